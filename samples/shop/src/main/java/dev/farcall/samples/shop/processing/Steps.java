package dev.farcall.samples.shop.processing;

/** Hears of each step of an order that is done. */
@FunctionalInterface
public interface Steps {

  /** Hears nothing. */
  Steps SILENT = (step, result) -> {};

  /**
   * A step is done.
   *
   * @param step as in {@code pay}
   * @param result for people
   */
  void done(String step, String result);
}
