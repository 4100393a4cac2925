package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Was;

@Message
record Line(
    String sku,
    @Was("qty") int quantity,
    // error: [FAR123] @Was("sku") on Line.code: 'sku' has that name (expected: a name that nothing has now). Remove it, or correct the name.
    @Was("sku") String code) {}
