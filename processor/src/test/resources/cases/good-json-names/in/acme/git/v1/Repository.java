package acme.git.v1;

import dev.farcall.annotation.Json;
import dev.farcall.annotation.Message;
import java.util.List;

/** As somebody else spells it. */
@Message
public record Repository(
    String name,
    @Json("default_branch") String defaultBranch,
    @Json("@links") List<String> links) {}
