package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.farcall.processor.conformance.Deviations.Deviation;
import dev.farcall.processor.conformance.Deviations.Handling;
import dev.farcall.wire.DecodeException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite's binary cases, through the codec generated for {@link TestAllTypes}. */
class ConformanceTest {

  static Stream<Arguments> applicable() {
    return Suite.cases().stream()
        .filter(c -> handling(c) != Handling.SKIPPED)
        .map(c -> arguments(c.name(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("applicable")
  void behavesAsTheSuiteDemands(String name, Case c) throws InvalidProtocolBufferException {
    Testee generated = ConformanceTest::roundTrip;
    generated.check(c, handling(c));
  }

  @Test
  void allButEighteenCasesApply() {
    assertThat(applicable()).hasSize(711);
  }

  private static Handling handling(Case c) {
    return Deviations.of(c).map(Deviation::handling).orElse(Handling.EXACT);
  }

  private static Optional<ByteString> roundTrip(ByteString input) {
    TestAllTypes value;
    try {
      value = Subjects.ALL_TYPES.decode(input.toByteArray());
    } catch (DecodeException e) {
      return Optional.empty();
    }
    return Optional.of(ByteString.copyFrom(Subjects.ALL_TYPES.encode(value)));
  }
}
