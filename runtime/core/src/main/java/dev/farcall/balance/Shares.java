package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer.Picker;

/** Picks by one of several pickers, each of which has its share of the calls. */
final class Shares implements Picker {

  /** Added up; the last is 1. */
  private final double[] bounds;

  private final Picker[] pickers;

  /**
   * One.
   *
   * @param shares of the pickers, not negative, not all 0; their sum is the whole
   */
  Shares(double[] shares, Picker[] pickers) {
    this.bounds = new double[shares.length];
    this.pickers = pickers;
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    double bound = 0;
    for (int i = 0; i < shares.length; i++) {
      bound += shares[i] / sum;
      bounds[i] = bound;
    }
  }

  @Override
  public LiveEndpoint pick(long now, long word) {
    long drawn = Words.next(~word); // tells nothing of what the pickers make of the word
    double fraction = Words.fraction(drawn);
    int at = 0;
    while (at < bounds.length - 1 && fraction >= bounds[at]) {
      at++;
    }
    return pickers[at].pick(now, word);
  }
}
