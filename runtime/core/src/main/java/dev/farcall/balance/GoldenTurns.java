package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer.Picker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes round endpoints of any weights without a table of the whole cycle: each has a piece of a
 * circle, as long as its weight says, and each pick goes on by the golden section of it (a
 * Kronecker sequence, than which none is more even). So each endpoint has exactly its share in the
 * end, is never more than a few picks off it, and has its turns at nearly equal distances. A guide
 * of as many places as endpoints finds the piece in one or two steps.
 */
final class GoldenTurns implements Picker {

  /** The golden section of 2^64. */
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final LiveEndpoint[] endpoints;

  /** Where the piece of each ends. */
  private final double[] ends;

  /** The first endpoint whose piece ends behind the beginning of a place. */
  private final int[] guide;

  private final Turns turns;

  /**
   * Turns of endpoints, one or more.
   *
   * @param before to go on where these stand; null to begin anew
   */
  GoldenTurns(List<LiveEndpoint> list, @Nullable Turns before) {
    this.endpoints = list.toArray(LiveEndpoint[]::new);
    this.ends = new double[endpoints.length];
    this.guide = new int[endpoints.length];
    this.turns = new Turns(Integer.MAX_VALUE, before);
    double sum = list.stream().mapToDouble(LiveEndpoint::weight).sum();
    double end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += endpoints[i].weight() / sum;
      ends[i] = end;
    }
    int at = 0;
    for (int place = 0; place < guide.length; place++) {
      while (at < ends.length - 1 && ends[at] <= (double) place / guide.length) {
        at++;
      }
      guide[place] = at;
    }
  }

  Turns turns() {
    return turns;
  }

  @Override
  public LiveEndpoint pick(long now, long word) {
    double point = Words.fraction(turns.next() * GOLDEN);
    int at = guide[(int) (point * guide.length)];
    while (at < ends.length - 1 && ends[at] <= point) {
      at++;
    }
    return endpoints[at];
  }
}
