package dev.farcall.benchmarks.scale;

import java.util.Arrays;

/** The middle of several measurements. */
final class Rounds {

  private Rounds() {}

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
