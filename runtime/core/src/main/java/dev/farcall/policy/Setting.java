package dev.farcall.policy;

import static java.util.Objects.requireNonNull;

/**
 * What somebody said of one attribute of a policy.
 *
 * @param value as it was written, as in {@code 300ms}
 * @param origin who said so
 * @param where it stands, for people: {@code @Timeout}, or the key and the source of configuration
 */
public record Setting(String value, Origin origin, String where) {

  /** Who said so; the later wins. */
  public enum Origin {
    /** Nobody. */
    DEFAULT,
    /** The author of the interface. */
    ANNOTATION,
    /** Who runs the program. */
    CONFIGURATION
  }

  public Setting {
    requireNonNull(value, "value");
    requireNonNull(origin, "origin");
    requireNonNull(where, "where");
  }

  @Override
  public String toString() {
    return value + " (" + where + ")";
  }
}
