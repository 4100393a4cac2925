package dev.farcall.policy;

/** Refuses what no policy can be made of. */
final class Ranges {

  private Ranges() {}

  /**
   * Refuses a value that is out of its range.
   *
   * @throws IllegalArgumentException naming the value and what was expected
   */
  static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
