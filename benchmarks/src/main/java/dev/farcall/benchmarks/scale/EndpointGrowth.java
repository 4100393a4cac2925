package dev.farcall.benchmarks.scale;

import dev.farcall.benchmarks.balance.Choices;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * What the choice of an endpoint costs a call, with its begin and its end, by one strategy among
 * more and more: nanoseconds of processor time.
 */
final class EndpointGrowth {

  static final int[] ENDPOINTS = {1, 10, 100, 1_000, 10_000};

  private static final int BATCH = 1_000;
  private static final int ROUNDS = 9;
  private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private EndpointGrowth() {}

  /** Takes the strategy. */
  public static void main(String[] args) {
    for (int endpoints : ENDPOINTS) {
      Choices choices = new Choices(args[0], endpoints);
      nanos(choices, WARM_UP_NANOS);
      double[] rounds = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        rounds[i] = nanos(choices, ROUND_NANOS);
      }
      Fork.point(endpoints, Rounds.median(rounds));
    }
    System.exit(0);
  }

  private static double nanos(Choices choices, long atLeast) {
    long begin = THREADS.getCurrentThreadCpuTime();
    long calls = 0;
    long taken;
    do {
      for (int i = 0; i < BATCH; i++) {
        choices.chooseAndCall();
      }
      calls += BATCH;
      taken = THREADS.getCurrentThreadCpuTime() - begin;
    } while (taken < atLeast);
    return taken / (double) calls;
  }
}
