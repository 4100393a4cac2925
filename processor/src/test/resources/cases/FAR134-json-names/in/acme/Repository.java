package acme;

import dev.farcall.annotation.Json;
import dev.farcall.annotation.Message;

@Message
record Repository(
    String name,
    // error: [FAR134] 'name' and 'title' of Repository are both 'name' in JSON. Give one another name, by @Json or @Query.
    @Json("name") String title,
    // error: [FAR134] @Json("[x]") on Repository.branch: that is no name (expected: 1 to 100 characters, none of them a control character, a quote, a backslash or '[').
    @Json("[x]") String branch) {}
