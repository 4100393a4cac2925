package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Scalar;
import java.util.List;

@Message
record Order(Pair pair, Many many, Wrap wrap, Good good) {}

// error: [FAR115] @Scalar on Pair: has 2 components (expected: a record with exactly one component, which is a number, a boolean, a String, bytes or another value that travels as one scalar). Remove @Scalar, or change the record.
@Scalar
record Pair(String first, String second) {}

// error: [FAR115] @Scalar on Many: its component is no scalar (expected: a record with exactly one component, which is a number, a boolean, a String, bytes or another value that travels as one scalar). Remove @Scalar, or change the record.
@Scalar
record Many(List<String> values) {}

// error: [FAR115] @Scalar on Wrap: its component is no scalar (expected: a record with exactly one component, which is a number, a boolean, a String, bytes or another value that travels as one scalar). Remove @Scalar, or change the record.
@Scalar
record Wrap(Good good) {}

@Scalar
record Good(String value) {}

// error: [FAR115] @Scalar on Bean: is no record (expected: a record with exactly one component, which is a number, a boolean, a String, bytes or another value that travels as one scalar). Remove @Scalar, or change the record.
@Scalar
final class Bean {}
