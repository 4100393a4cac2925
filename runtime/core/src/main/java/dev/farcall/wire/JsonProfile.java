package dev.farcall.wire;

import java.util.Objects;

/**
 * What JSON leaves open. Every profile reads what every other writes; they differ in what is
 * written, and in what becomes of a member that the message does not have.
 */
public final class JsonProfile {

  /**
   * ProtoJSON, as Connect speaks it: 64-bit integers as text, defaults left out, enum constants by
   * their proto name, unknown members ignored.
   */
  public static final JsonProfile PROTO = new JsonProfile("PROTO", true, false, true, false);

  /**
   * What users of REST expect: all numbers as numbers, defaults written, enum constants by their
   * Java name, unknown members refused.
   */
  public static final JsonProfile REST = new JsonProfile("REST", false, true, false, true);

  /** {@link #REST} for reading answers: a server may say more than its client knows. */
  public static final JsonProfile REST_CLIENT = REST.lenient();

  private final String base;
  private final boolean longsAsText;
  private final boolean defaults;
  private final boolean protoEnumNames;
  private final boolean refusesUnknown;

  private JsonProfile(
      String base,
      boolean longsAsText,
      boolean defaults,
      boolean protoEnumNames,
      boolean refusesUnknown) {
    this.base = base;
    this.longsAsText = longsAsText;
    this.defaults = defaults;
    this.protoEnumNames = protoEnumNames;
    this.refusesUnknown = refusesUnknown;
  }

  /** The same, but unknown members are ignored. */
  public JsonProfile lenient() {
    return new JsonProfile(base, longsAsText, defaults, protoEnumNames, false);
  }

  /** The same, but 64-bit integers are written as text, which JavaScript reads exactly. */
  public JsonProfile longsAsText() {
    return new JsonProfile(base, true, defaults, protoEnumNames, refusesUnknown);
  }

  /** Whether 64-bit integers are written as text. */
  public boolean writesLongsAsText() {
    return longsAsText;
  }

  /** Whether 0, false, and what is empty are written. */
  public boolean writesDefaults() {
    return defaults;
  }

  /** Whether an enum's constant is written as {@code ORDER_STATUS_OPEN}, otherwise {@code OPEN}. */
  public boolean writesProtoEnumNames() {
    return protoEnumNames;
  }

  /** Whether a member that the message does not have is an error, otherwise it is ignored. */
  public boolean refusesUnknown() {
    return refusesUnknown;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonProfile that
        && base.equals(that.base)
        && longsAsText == that.longsAsText
        && defaults == that.defaults
        && protoEnumNames == that.protoEnumNames
        && refusesUnknown == that.refusesUnknown;
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, longsAsText, defaults, protoEnumNames, refusesUnknown);
  }

  @Override
  public String toString() {
    return "JSON["
        + base
        + (longsAsText ? ", longs as text" : "")
        + (refusesUnknown ? "" : ", lenient")
        + "]";
  }
}
