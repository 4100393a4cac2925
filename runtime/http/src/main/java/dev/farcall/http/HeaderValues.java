package dev.farcall.http;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads values of headers, RFC 9110. */
final class HeaderValues {

  private static final Pattern WEIGHT =
      Pattern.compile("(?i);\\s*q=(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");

  private HeaderValues() {}

  /** The media type in lower case, without parameters; empty for null. */
  static String mediaType(@Nullable String value) {
    if (value == null) {
      return "";
    }
    int end = value.indexOf(';');
    String type = (end < 0 ? value : value.substring(0, end)).trim();
    return type.toLowerCase(Locale.ROOT); // the same text, where it is in lower case
  }

  /** Whether the type is in a charset that we speak, which is UTF-8. */
  static boolean isUtf8(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return true;
    }
    String charset = contentType.substring(at + 8).trim();
    int end = charset.indexOf(';');
    charset = (end < 0 ? charset : charset.substring(0, end)).trim();
    return charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("\"utf-8\"");
  }

  /**
   * Whether a list as of {@code Accept-Encoding} names a value, or any by {@code *}, with a weight
   * above zero; false for null.
   */
  static boolean accepts(@Nullable String list, String name) {
    if (list == null) {
      return false;
    }
    boolean any = false;
    for (int from = 0; from < list.length(); ) {
      int comma = list.indexOf(',', from);
      int to = comma < 0 ? list.length() : comma;
      int semicolon = list.indexOf(';', from);
      int end = semicolon < 0 || semicolon > to ? to : semicolon;
      String item = list.substring(from, end).trim();
      if (item.equalsIgnoreCase(name)) {
        return hasWeight(list.substring(end, to));
      }
      any |= item.equals("*") && hasWeight(list.substring(end, to));
      from = to + 1;
    }
    return any;
  }

  /**
   * Whether a list as of {@code Accept} has room for a media type, exactly, as {@code type/*} or as
   * any; true for null.
   */
  static boolean acceptsType(@Nullable String list, String type) {
    if (list == null || list.isBlank()) {
      return true;
    }
    String family = type.substring(0, type.indexOf('/')) + "/*";
    return accepts(list, type) || accepts(list, family) || accepts(list, "*/*");
  }

  /**
   * How much a list as of {@code Accept} wants a media type, in thousandths, by the entry that
   * names it most exactly: 0 for not at all, 1000 for all and for null.
   */
  static int weight(@Nullable String list, String type) {
    if (list == null || list.isBlank()) {
      return 1_000;
    }
    String family = type.substring(0, type.indexOf('/')) + "/*";
    int best = 0;
    int exactness = 0;
    for (String entry : list.split(",", -1)) {
      int semicolon = entry.indexOf(';');
      String name = (semicolon < 0 ? entry : entry.substring(0, semicolon)).trim();
      int found =
          name.equalsIgnoreCase(type)
              ? 3
              : name.equalsIgnoreCase(family) ? 2 : name.equals("*/*") ? 1 : 0;
      if (found > exactness) {
        exactness = found;
        best = semicolon < 0 ? 1_000 : thousandths(entry.substring(semicolon));
      }
    }
    return best;
  }

  /** The weight among parameters; what is none is all. */
  private static int thousandths(String parameters) {
    Matcher weight = WEIGHT.matcher(parameters);
    return weight.find() ? (int) Math.round(Double.parseDouble(weight.group(1)) * 1_000) : 1_000;
  }

  private static boolean hasWeight(String parameters) {
    int at = parameters.toLowerCase(Locale.ROOT).indexOf("q=");
    if (at < 0) {
      return true;
    }
    for (int i = at + 2; i < parameters.length() && parameters.charAt(i) != ';'; i++) {
      char c = parameters.charAt(i);
      if (c >= '1' && c <= '9') {
        return true;
      }
    }
    return false;
  }
}
