package dev.farcall.spi;

/**
 * Where a service is, in parts: {@code scheme://authority/path}.
 *
 * @param scheme in lower case; {@code static} where the text is an address
 * @param authority between the two slashes and the next; empty if there is none, as in {@code
 *     dns:///users:9090}
 * @param path what follows, without its first slash
 * @param text as it was written
 */
public record TargetUri(String scheme, String authority, String path, String text) {

  /**
   * Takes a text apart.
   *
   * @throws IllegalArgumentException if it is no target, showing some that are
   */
  public static TargetUri parse(String text) {
    int colon = text.indexOf(':');
    int slashes = text.indexOf("://");
    if (slashes < 0) {
      String scheme = colon < 0 ? "" : text.substring(0, colon);
      return isNested(scheme)
          ? new TargetUri(scheme, "", text.substring(colon + 1), text)
          : new TargetUri("static", "", text, text);
    }
    if (colon < slashes && isNested(text.substring(0, colon))) {
      return new TargetUri(text.substring(0, colon), "", text.substring(colon + 1), text);
    }
    String scheme = text.substring(0, slashes);
    if (!scheme.matches("[a-z][a-z0-9+.-]*")) {
      throw new IllegalArgumentException(
          "target '" + text + "': '" + scheme + "' is no scheme (expected: as in etcd://h/users)");
    }
    String rest = text.substring(slashes + 3);
    int slash = rest.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          "target '"
              + text
              + "': there is no third slash (expected: scheme://authority/path,"
              + " as in static:///127.0.0.1:9090)");
    }
    return new TargetUri(scheme, rest.substring(0, slash), rest.substring(slash + 1), text);
  }

  /** What follows is one or more other targets, or a name. */
  private static boolean isNested(String scheme) {
    return scheme.equals("local") || scheme.equals("fallback") || scheme.equals("composite");
  }

  /** That it is not as it should be. */
  public IllegalArgumentException bad(String found, String example) {
    return new IllegalArgumentException(
        "target '" + text + "': " + found + " (expected: as in " + example + ")");
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
