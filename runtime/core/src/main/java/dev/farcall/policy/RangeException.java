package dev.farcall.policy;

/** A value that no policy can be made of. */
public final class RangeException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final String expected;

  RangeException(String name, String found, String expected) {
    super(name + ": " + found + " (expected: " + expected + ")");
    this.name = name;
    this.expected = expected;
  }

  /** The component of the policy, as in {@code failureRate}. */
  public String name() {
    return name;
  }

  /** What would have been right, as in {@code above 0, at most 1}. */
  public String expected() {
    return expected;
  }
}
