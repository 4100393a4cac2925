package dev.farcall.processor.conformance;

import dev.farcall.annotation.Message;
import dev.farcall.annotation.Tag;
import dev.farcall.annotation.UnknownValue;
import java.util.Optional;

/** A oneof: a member with numbers of the suite's, one that is empty, one for what is not known. */
@Message
sealed interface Payment {

  /** In the place of the suite's {@code oneof_nested_message}. */
  @Tag(112)
  record Card(@Tag(1) int a, @Tag(2) Optional<Card> corecursive) implements Payment {}

  @Tag(111)
  record Cash() implements Payment {}

  @Tag(120)
  @UnknownValue
  record Other() implements Payment {}
}
