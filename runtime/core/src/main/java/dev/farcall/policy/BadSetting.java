package dev.farcall.policy;

/**
 * A setting that no policy can be made of.
 *
 * @param attribute as in {@code retry.backoff}
 * @param setting what was said
 * @param expected what would have been right
 */
public record BadSetting(String attribute, Setting setting, String expected) {

  /** For people: what, where, what was expected. */
  @Override
  public String toString() {
    return attribute
        + " = "
        + (setting.value().isEmpty() ? "nothing" : setting.value())
        + ", from "
        + setting.where()
        + " (expected: "
        + expected
        + ")";
  }
}
