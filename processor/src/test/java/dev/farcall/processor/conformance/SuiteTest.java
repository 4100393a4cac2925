package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.farcall.processor.conformance.Deviations.Handling;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The port of the suite is faithful: it finds protobuf-java's own faults, and no others. */
class SuiteTest {

  private static final List<Case> CASES = Suite.cases();

  @Test
  void everyCaseIsThereOnce() {
    assertThat(CASES).hasSize(729).extracting(Case::name).doesNotHaveDuplicates();
  }

  @Test
  void everyDeviationCoversTheCasesItCounts() {
    assertThat(Deviations.ALL)
        .allSatisfy(row -> assertThat(CASES).filteredOn(row::covers).hasSize(row.count()));
  }

  @Test
  void protobufJavaPassesExceptWhereItIsKnownNotTo() {
    assertThat(CASES)
        .filteredOn(c -> !passes(SuiteTest::protobufJava, c))
        .extracting(Case::name)
        .containsExactly(
            "Required.Proto3.ProtobufInput.BadTag_FieldNumberTooHigh",
            "Required.Proto3.ProtobufInput.BadTag_FieldNumberSlightlyTooHigh",
            "Required.Proto3.ProtobufInput.BadTag_OverlongVarint",
            "Required.Proto3.ProtobufInput.BadLength_Varint32BitOverflow",
            "Recommended.Proto3.ProtobufInput"
                + ".TestBinaryPerformanceForAlternatingUnknownFields.ProtobufOutput");
  }

  private static boolean passes(Testee testee, Case c) {
    try {
      testee.check(c, Handling.EXACT);
      return true;
    } catch (AssertionError | InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static Optional<ByteString> protobufJava(ByteString input) {
    try {
      return Optional.of(DynamicMessage.parseFrom(ReferenceSchema.ALL_TYPES, input).toByteString());
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }
}
