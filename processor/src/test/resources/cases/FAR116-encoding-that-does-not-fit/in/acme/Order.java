package acme;

import dev.farcall.annotation.Encoding;
import dev.farcall.annotation.Encoding.Form;
import dev.farcall.annotation.Message;
import java.util.List;
import java.util.UUID;

@Message
record Order(
    @Encoding(Form.SIGNED) int good,
    @Encoding(Form.FIXED) List<Long> longs,
    @Encoding(Form.BYTES) UUID id,
    // error: [FAR116] @Encoding(SIGNED) on Order.name does not fit String (expected: SIGNED, FIXED or UNSIGNED on an int or a long, BYTES on a UUID). Remove it.
    @Encoding(Form.SIGNED) String name,
    // error: [FAR116] @Encoding(BYTES) on Order.count does not fit int (expected: SIGNED, FIXED or UNSIGNED on an int or a long, BYTES on a UUID). Remove it.
    @Encoding(Form.BYTES) int count,
    // error: [FAR116] @Encoding(FIXED) on Order.other does not fit Other (expected: SIGNED, FIXED or UNSIGNED on an int or a long, BYTES on a UUID). Remove it.
    @Encoding(Form.FIXED) Other other) {}

record Other(int x) {}
