package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.farcall.processor.conformance.Case.Equivalent;
import dev.farcall.processor.conformance.Case.Exactly;
import dev.farcall.processor.conformance.Case.Expected;
import dev.farcall.processor.conformance.Case.RejectedOrEquivalent;
import dev.farcall.processor.conformance.Deviations.Handling;
import java.util.HexFormat;
import java.util.Optional;

/** Who is put to the suite's questions. */
@FunctionalInterface
interface Testee {

  /** Reads a message and writes it again; empty if the bytes are refused. */
  Optional<ByteString> answer(ByteString input);

  /** Asserts that a case comes out as the suite demands. */
  default void check(Case c, Handling handling) throws InvalidProtocolBufferException {
    Optional<ByteString> answer = answer(c.input());
    Expected expected = c.expected();
    if (expected instanceof Exactly exactly && handling == Handling.EXACT) {
      assertEqual(answer, exactly.bytes());
    } else if (expected instanceof Exactly exactly) {
      assertSame(answer, exactly.bytes());
    } else if (expected instanceof Equivalent equivalent) {
      assertSame(answer, equivalent.message());
    } else if (expected instanceof RejectedOrEquivalent either && answer.isPresent()) {
      assertSame(answer, either.message());
    } else {
      assertThat(answer).isEmpty();
    }
  }

  /** Without the text of a million bytes. */
  private static void assertEqual(Optional<ByteString> answer, ByteString bytes) {
    if (!answer.equals(Optional.of(bytes))) {
      throw new AssertionError(
          "expected " + brief(bytes) + ", found " + answer.map(Testee::brief).orElse("a refusal"));
    }
  }

  private static String brief(ByteString bytes) {
    ByteString start = bytes.substring(0, Math.min(200, bytes.size()));
    return bytes.size() + " bytes " + HexFormat.of().formatHex(start.toByteArray());
  }

  private static void assertSame(Optional<ByteString> answer, ByteString message)
      throws InvalidProtocolBufferException {
    assertThat(answer).isPresent();
    assertThat(Oracle.read(ReferenceSchema.ALL_TYPES, answer.orElseThrow()))
        .isEqualTo(Oracle.read(ReferenceSchema.ALL_TYPES, message));
  }
}
