package dev.farcall.processor.conformance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JSON cases of which Java types cannot say what they are about, and what comes of them. */
final class JsonDeviations {

  /**
   * A row.
   *
   * @param names of the cases
   * @param count how many there are
   */
  record Deviation(Pattern names, int count, String reason) {

    boolean covers(JsonCase c) {
      return names.matcher(c.name()).find();
    }
  }

  static final List<Deviation> ALL =
      List.of(
          row(
              "MultipleValuesForDifferentField|OneofFieldDuplicate",
              10,
              "A oneof is a sealed type, in a message of its own. The members of the suite's oneof"
                  + " are optional fields here; JsonSealedTypeTest has this case."),
          row(
              "IgnoreUnknownEnumStringValue",
              3,
              "A constant that is not known is never passed over: it arrives as the one marked"
                  + " @UnknownValue, or is refused."),
          row(
              "OriginalProtoFieldName",
              2,
              "A field of ours is called in .proto as its component is, in snake case; the suite's"
                  + " have underscores where that has none. JsonDifferentialTest reads by the names"
                  + " of ours."),
          row(
              "EnumFieldWithAlias(LowerCase|DifferentCase)",
              4,
              "Names in .proto are capitals, so that an alias is not told by its case alone."),
          row(
              "FieldMask(InvalidCharacter|.*DontRoundTrip|TooManyUnderscore)",
              4,
              "A type of protoc's is read and written by its own JsonFormat."),
          row(
              "EnumFieldUnknownValue",
              1,
              "A Java enum keeps no number that it has no constant for."),
          row(
              "NullValueInOtherOneof",
              2,
              "null is absence, and a component of type NullValue has no other."),
          row(
              "ValueAcceptNull",
              2,
              "null is absence also of a protobuf Value; within one it is the null of JSON."));

  private JsonDeviations() {}

  static Optional<Deviation> of(JsonCase c) {
    return ALL.stream().filter(row -> row.covers(c)).findFirst();
  }

  private static Deviation row(String names, int count, String reason) {
    return new Deviation(Pattern.compile(names), count, reason);
  }
}
