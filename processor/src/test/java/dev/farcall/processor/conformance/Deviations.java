package dev.farcall.processor.conformance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Java types cannot say, or records do not keep, and the cases that are judged otherwise for
 * it.
 *
 * <p>Outside this table and the suite here: JSON, which has {@link JsonDeviations}; text, proto2,
 * editions, extensions and message sets, of which a Java type has none. Fields of the suite's
 * message that {@link TestAllTypes} does not declare: the aliases of {@code AliasedEnum} (23),
 * {@code NullValue} (120, 307), the wrappers (201-219), {@code FieldMask}, {@code Struct}, {@code
 * Any}, {@code Value} and {@code ListValue} (303-306, 313-317, 324), and the names of the JSON
 * cases (401-418). No binary case of the suite uses them.
 */
final class Deviations {

  /** How such a case is judged. */
  enum Handling {
    /** As the suite does. */
    EXACT,
    /** By value: what is written again is the same message, in another form. */
    BY_VALUE,
    /** By value, without the unknown fields. */
    WITHOUT_UNKNOWN,
    /** Not at all. */
    SKIPPED
  }

  /**
   * A row.
   *
   * @param names of the cases
   * @param count how many there are
   */
  record Deviation(Pattern names, int count, Handling handling, String reason) {

    boolean covers(Case c) {
      return names.matcher(c.name()).find();
    }
  }

  static final List<Deviation> ALL =
      List.of(
          row(
              "UnpackedOutput\\.ProtobufOutput$",
              28,
              Handling.BY_VALUE,
              "Numbers are always written packed; there is no [packed = false]."),
          row(
              "ValidDataOneofBinary\\.MESSAGE\\.Merge|WithRepeatedFieldForType\\.(?!STRING|BYTES)",
              6,
              Handling.BY_VALUE,
              "The expected bytes hold an unpacked field."),
          row(
              "UnknownVarint|UnknownOrdering|AlternatingUnknownFields|WithUnknownFieldForType",
              10,
              Handling.WITHOUT_UNKNOWN,
              "A record has no place for unknown fields: they are read over."),
          row(
              "MultipleValuesForDifferentField",
              18,
              Handling.SKIPPED,
              "A oneof is a sealed type, in a message of its own, whose cases are messages. The"
                  + " members of the suite's oneof are optional fields here; SealedTypeTest has"
                  + " this case for a sealed type."));

  private Deviations() {}

  static Optional<Deviation> of(Case c) {
    return ALL.stream().filter(row -> row.covers(c)).findFirst();
  }

  private static Deviation row(String names, int count, Handling handling, String reason) {
    return new Deviation(Pattern.compile(names), count, handling, reason);
  }
}
