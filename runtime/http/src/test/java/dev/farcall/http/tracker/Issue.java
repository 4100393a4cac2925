package dev.farcall.http.tracker;

import dev.farcall.annotation.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the tracker tells of an issue, as far as we care. */
public record Issue(
    int number,
    String title,
    String state,
    List<String> labels,
    @Json("created_at") Instant createdAt,
    @Json("closed_at") Optional<Instant> closedAt) {}
