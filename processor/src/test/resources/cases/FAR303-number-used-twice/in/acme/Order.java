package acme;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Tag;

@Message
record Order(
    @Tag(5) int a,
    // error: [FAR303] Order.a and Order.b both use number 5.
    @Tag(5) int b,
    @Tag(1) Level level,
    @Tag(2) Payment payment) {}

enum Level {
  @Tag(7)
  LOW,
  // error: [FAR303] Level.LOW and Level.HIGH both use number 7.
  @Tag(7)
  HIGH
}

sealed interface Payment permits Card, Cash {}

@Tag(1)
record Card() implements Payment {}

// error: [FAR303] Card and Cash both use number 1.
@Tag(1)
record Cash() implements Payment {}
