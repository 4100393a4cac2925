package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.Hashing;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equal keys to the same endpoint, by a table in which each endpoint takes its places in an order
 * of its own (Eisenbud and others, "Maglev: A Fast and Reliable Software Network Load Balancer",
 * NSDI 2016): a look-up is one read, places are as many as weights say, and where one endpoint
 * comes or goes few keys move that need not.
 */
final class ConsistentHash implements LoadBalancer {

  /** Places for each endpoint, so that none has much more than another. */
  private static final int PLACES_EACH = 100;

  /** A prime. */
  private static final int LEAST_PLACES = 65_537;

  @Override
  public String name() {
    return LoadBalanced.CONSISTENT_HASH;
  }

  @Override
  public boolean isKeyed() {
    return true;
  }

  @Override
  public Picker picker(List<LiveEndpoint> list, @Nullable Picker before) {
    LiveEndpoint[] endpoints = list.toArray(LiveEndpoint[]::new);
    int[] table = table(endpoints, size(endpoints.length));
    return (now, word) -> endpoints[table[Words.upper(word, table.length)]];
  }

  private static int size(int endpoints) {
    int wanted = endpoints * PLACES_EACH;
    return wanted <= LEAST_PLACES
        ? LEAST_PLACES
        : BigInteger.valueOf(wanted).nextProbablePrime().intValueExact();
  }

  private static int[] table(LiveEndpoint[] endpoints, int size) {
    int count = endpoints.length;
    int[] next = new int[count];
    int[] step = new int[count];
    double[] share = new double[count];
    double[] turns = new double[count];
    double heaviest = 0;
    for (int i = 0; i < count; i++) {
      long hash = Hashing.of(endpoints[i].endpoint().id());
      next[i] = Words.upper(hash, size);
      step[i] = Words.upper(Words.next(hash), size - 1) + 1;
      share[i] = endpoints[i].weight();
      heaviest = Math.max(heaviest, share[i]);
    }
    for (int i = 0; i < count; i++) {
      share[i] /= heaviest;
    }
    int[] table = new int[size];
    long[] taken = new long[size / Long.SIZE + 1];
    for (int filled = 0; filled < size; ) {
      for (int i = 0; i < count && filled < size; i++) {
        turns[i] += share[i];
        if (turns[i] >= 1) {
          turns[i] -= 1;
          int place = next[i];
          int by = step[i];
          while ((taken[place >>> 6] & (1L << place)) != 0) {
            place = after(place, by, size);
          }
          taken[place >>> 6] |= 1L << place;
          table[place] = i;
          next[i] = after(place, by, size);
          filled++;
        }
      }
    }
    return table;
  }

  /** Without a branch that nobody foresees: it is taken some ten times for each place. */
  private static int after(int place, int step, int size) {
    int next = place - (size - step);
    return next + (size & (next >> 31));
  }
}
