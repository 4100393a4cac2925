package dev.farcall.policy;

/**
 * What is wrong with policies that are each in order, and what to do.
 *
 * @param id stable, as in {@code FAR605}
 * @param isError whether it must not start
 * @param attribute what to change, as in {@code retry.max-attempts}
 * @param text what was found, and the cure
 */
public record Finding(String id, boolean isError, String attribute, String text) {

  @Override
  public String toString() {
    return id + ": " + text;
  }
}
