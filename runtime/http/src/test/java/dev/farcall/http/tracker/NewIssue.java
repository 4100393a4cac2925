package dev.farcall.http.tracker;

import dev.farcall.annotation.Json;
import java.util.List;

/** What the tracker wants to know of a new issue. */
public record NewIssue(String title, List<String> labels, @Json("assignee_id") long assigneeId) {}
