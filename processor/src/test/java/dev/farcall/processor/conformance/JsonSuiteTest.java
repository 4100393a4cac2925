package dev.farcall.processor.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The port of the suite is faithful: it finds the faults JsonFormat is known for, and no others.
 */
class JsonSuiteTest {

  private static final List<JsonCase> CASES = JsonSuite.cases();

  @Test
  void everyCaseIsThereOnce() {
    assertThat(CASES).hasSize(724).extracting(JsonCase::name).doesNotHaveDuplicates();
  }

  @Test
  void everyDeviationCoversTheCasesItCounts() {
    assertThat(JsonDeviations.ALL)
        .allSatisfy(row -> assertThat(CASES).filteredOn(row::covers).hasSize(row.count()));
  }

  @Test
  void jsonFormatPassesExceptWhereItIsKnownNotTo() {
    JsonTestee jsonFormat = new ProtobufJsonFormat();
    assertThat(CASES)
        .filteredOn(c -> !passes(jsonFormat, c))
        .extracting(JsonCase::name)
        .containsExactly(
            "Recommended.Proto3.JsonInput.FieldNameNotQuoted",
            "Recommended.Proto3.JsonInput.FieldNameDuplicate",
            "Required.Proto3.JsonInput.Int32FieldPlusSign",
            "Required.Proto3.JsonInput.Int32FieldLeadingZero",
            "Required.Proto3.JsonInput.Int32FieldNegativeWithLeadingZero",
            "Recommended.Proto3.JsonInput.BoolFieldCamelCaseTrue",
            "Recommended.Proto3.JsonInput.BoolFieldCamelCaseFalse",
            "Recommended.Proto3.JsonInput.BoolFieldAllCapitalTrue",
            "Recommended.Proto3.JsonInput.BoolFieldAllCapitalFalse",
            "Recommended.Proto3.JsonInput.BoolFieldDoubleQuotedTrue",
            "Recommended.Proto3.JsonInput.BoolFieldDoubleQuotedFalse",
            "Recommended.Proto3.JsonInput.FloatFieldNanNotQuoted",
            "Recommended.Proto3.JsonInput.FloatFieldInfinityNotQuoted",
            "Recommended.Proto3.JsonInput.FloatFieldNegativeInfinityNotQuoted",
            "Recommended.Proto3.JsonInput.DoubleFieldNanNotQuoted",
            "Recommended.Proto3.JsonInput.DoubleFieldInfinityNotQuoted",
            "Recommended.Proto3.JsonInput.DoubleFieldNegativeInfinityNotQuoted",
            "Required.Proto3.JsonInput.EnumFieldNotQuoted",
            "Recommended.Proto3.JsonInput.StringFieldUnpairedHighSurrogate",
            "Recommended.Proto3.JsonInput.StringFieldUnpairedLowSurrogate",
            "Recommended.Proto3.JsonInput.StringFieldSurrogateInWrongOrder",
            "Required.Proto3.JsonInput.StringFieldNotAString",
            "Recommended.Proto3.JsonInput.StringFieldSingleQuoteKey",
            "Recommended.Proto3.JsonInput.StringFieldSingleQuoteValue",
            "Recommended.Proto3.JsonInput.StringFieldSingleQuoteBoth",
            "Recommended.Proto3.JsonInput.Int32MapFieldKeyNotQuoted",
            "Recommended.Proto3.JsonInput.Uint32MapFieldKeyNotQuoted",
            "Recommended.Proto3.JsonInput.Int64MapFieldKeyNotQuoted",
            "Recommended.Proto3.JsonInput.Uint64MapFieldKeyNotQuoted",
            "Recommended.Proto3.JsonInput.BoolMapFieldKeyNotQuoted",
            "Required.Proto3.JsonInput.RepeatedFieldWrongElementTypeExpectingStringsGotInt",
            "Required.Proto3.JsonInput.RepeatedFieldWrongElementTypeExpectingStringsGotBool",
            "Recommended.Proto3.JsonInput.FieldMaskInvalidCharacter",
            "Recommended.FieldMaskPathsDontRoundTrip.JsonOutput",
            "Recommended.FieldMaskNumbersDontRoundTrip.JsonOutput",
            "Recommended.FieldMaskTooManyUnderscore.JsonOutput",
            "Recommended.Proto3.JsonInput.JsonWithComments");
  }

  private static boolean passes(JsonTestee testee, JsonCase c) {
    try {
      testee.check(c);
      return true;
    } catch (AssertionError | InvalidProtocolBufferException e) {
      return false;
    }
  }

  private static final class ProtobufJsonFormat implements JsonTestee {

    @Override
    public Optional<ByteString> answer(JsonCase c) {
      try {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(ReferenceSchema.ALL_TYPES);
        if (c.jsonInput()) {
          parser(c).merge(c.input().toStringUtf8(), message);
        } else {
          message.mergeFrom(c.input());
        }
        return Optional.of(
            c.jsonOutput()
                ? ByteString.copyFromUtf8(JsonFormat.printer().print(message.build()))
                : message.build().toByteString());
      } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    private static JsonFormat.Parser parser(JsonCase c) {
      return c.name().contains("IgnoreUnknown")
          ? JsonFormat.parser().ignoringUnknownFields()
          : JsonFormat.parser();
    }

    @Override
    public Descriptor descriptor(JsonCase c) {
      return ReferenceSchema.ALL_TYPES;
    }
  }
}
