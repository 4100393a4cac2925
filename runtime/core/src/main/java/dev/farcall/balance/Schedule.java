package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle in which each endpoint has as many places as its weight says, evenly spread: those of an
 * endpoint of weight {@code w} are due at {@code (k + phase) / w} of the cycle (earliest deadline
 * first, as in fair queueing), with phases a golden section apart, so that equals take turns.
 */
final class Schedule {

  /** The longest cycle. */
  static final int MAX_LENGTH = 1 << 18;

  private static final double GOLDEN_SECTION = 0.6180339887498949;

  /** Weights are told apart to a thousandth. */
  private static final int PARTS = 1000;

  private Schedule() {}

  /** The indices of the endpoints, in the order of their turns; null if there were too many. */
  static int @Nullable [] of(List<LiveEndpoint> endpoints) {
    int[] places = places(endpoints);
    if (places == null) {
      return null;
    }
    int length = Arrays.stream(places).sum();
    int[] owners = new int[length];
    double[] due = new double[length];
    int[] ends = new int[length + 1];
    int place = 0;
    for (int i = 0; i < places.length; i++) {
      double phase = i * GOLDEN_SECTION % 1;
      for (int k = 0; k < places[i]; k++) {
        owners[place] = i;
        due[place] = (k + phase) / places[i];
        ends[slot(due[place], length) + 1]++;
        place++;
      }
    }
    return sorted(owners, due, ends);
  }

  /** As many slots as places, so a slot has one of them on average, and this takes linear time. */
  private static int[] sorted(int[] owners, double[] due, int[] ends) {
    int length = owners.length;
    for (int slot = 1; slot <= length; slot++) {
      ends[slot] += ends[slot - 1];
    }
    int[] next = Arrays.copyOf(ends, length);
    int[] order = new int[length];
    for (int place = 0; place < length; place++) {
      int slot = slot(due[place], length);
      int at = next[slot]++;
      while (at > ends[slot] && due[order[at - 1]] > due[place]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = place;
    }
    for (int i = 0; i < length; i++) {
      order[i] = owners[order[i]];
    }
    return order;
  }

  private static int slot(double due, int length) {
    return Math.min(length - 1, (int) (due * length));
  }

  /** How many places each has; null if the cycle is too long. */
  private static int @Nullable [] places(List<LiveEndpoint> endpoints) {
    long[] weights = new long[endpoints.size()];
    long divisor = 0;
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(1, Math.round(endpoints.get(i).weight() * PARTS));
      divisor = gcd(divisor, weights[i]);
      sum += weights[i];
    }
    if (sum / divisor > MAX_LENGTH) {
      return null;
    }
    int[] places = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      places[i] = (int) (weights[i] / divisor);
    }
    return places;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
