package dev.farcall.processor.model;

/**
 * Something to tell the user.
 *
 * @param id stable, as in {@code FAR101}
 * @param text what was found, what was expected and the cure, without the id
 */
public record Problem(String id, Severity severity, String text, Site site) {

  /** How bad it is. */
  public enum Severity {
    ERROR,
    /** Silenced by {@code @SuppressWarnings("FAR…")} or {@code -Afarcall.warnings=off}. */
    WARNING,
    NOTE
  }

  @Override
  public String toString() {
    return "[" + id + "] " + text;
  }
}
