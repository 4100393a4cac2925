package dev.farcall.processor.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The comment behind a field, as in {@code // UserId (UUID), required}: what proto cannot say.
 *
 * @param parts in their order
 */
record Comment(List<String> parts) {

  /**
   * Java types of which proto does not tell, other than wrappers, which have a name of their own.
   */
  private static final Set<String> TOLD =
      Set.of(
          "Byte",
          "Short",
          "BigDecimal",
          "BigInteger",
          "UUID",
          "LocalDate",
          "LocalTime",
          "LocalDateTime",
          "OffsetDateTime",
          "OffsetTime",
          "Year",
          "YearMonth",
          "MonthDay",
          "Period",
          "ZoneId",
          "ZoneOffset",
          "URI",
          "Locale",
          "Currency");

  static Comment of(String text) {
    return new Comment(text.isEmpty() ? List.of() : List.of(text.split(", ", -1)));
  }

  /** Whether a value must be there. */
  boolean required() {
    return parts.contains("required");
  }

  /** Whether it holds each value once. */
  boolean distinct() {
    return parts.contains("no duplicates");
  }

  /**
   * What texts a value may have: the Java types below wrappers and adapters, which themselves do
   * not show on the wire; empty where proto says it.
   */
  String domain() {
    TreeMap<String, String> domains = new TreeMap<>();
    for (String part : parts) {
      if (part.equals("required") || part.equals("no duplicates")) {
        continue;
      }
      String place = part.endsWith(" keys") ? " keys" : part.endsWith(" values") ? " values" : "";
      String type = innermost(part.substring(0, part.length() - place.length()));
      if (TOLD.contains(type) || type.startsWith("enum ")) {
        domains.put(place, type + place);
      }
    }
    return String.join(", ", domains.values());
  }

  private static String innermost(String type) {
    int open = type.lastIndexOf('(');
    int close = type.indexOf(')');
    return open < 0 || close < open ? type : type.substring(open + 1, close);
  }

  @Override
  public String toString() {
    return String.join(", ", parts);
  }

  /** The same without what says whether a value must be there. */
  List<String> types() {
    List<String> types = new ArrayList<>(parts);
    types.remove("required");
    return types;
  }
}
