package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.UnknownValue;
import dev.farcall.annotation.Unspecified;

@Message
record Order(Status status, Level level, Payment payment) {}

enum Status {
  OPEN,
  @UnknownValue
  OTHER,
  // error: [FAR117] @UnknownValue on ELSE: OTHER carries it already. Remove one of them.
  @UnknownValue
  ELSE
}

enum Level {
  @Unspecified
  NONE,
  // error: [FAR117] @Unspecified on LOW: NONE carries it already. Remove one of them.
  @Unspecified
  LOW
}

sealed interface Payment permits Card, Cash, Cheque {}

// error: [FAR117] @UnknownValue on Card: it stands for what is not known, so it is a record without components. Remove its components, or the annotation.
@UnknownValue
record Card(String number) implements Payment {}

@UnknownValue
record Cash() implements Payment {}

// error: [FAR117] @UnknownValue on Cheque: another member carries it already. Remove one of them.
@UnknownValue
record Cheque() implements Payment {}
