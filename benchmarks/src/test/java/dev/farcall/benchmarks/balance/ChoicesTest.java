package dev.farcall.benchmarks.balance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.farcall.annotation.LoadBalanced;
import dev.farcall.balance.Balancer;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the benchmark measures, held by bounds that a busy machine keeps too. */
class ChoicesTest {

  private static final int CHOICES = 100_000;

  /** So many until the compiler, which sees that an iterator need not be made, must be done. */
  private static final int ROUNDS = 100;

  /** Ten times what is promised of a quiet machine. */
  private static final double UPDATE_MILLIS = 500;

  private static final double UPDATE_OF_TABLE_MILLIS = 2_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @ValueSource(
      strings = {
        LoadBalanced.PEAK_EWMA,
        LoadBalanced.LEAST_REQUEST,
        LoadBalanced.LEAST_CONNECTIONS,
        LoadBalanced.ROUND_ROBIN,
        LoadBalanced.WEIGHTED_ROUND_ROBIN,
        LoadBalanced.RANDOM,
        LoadBalanced.CONSISTENT_HASH,
        LoadBalanced.STICKY
      })
  void aChoiceAllocatesNothing(String strategy) {
    boolean exact = strategy.equals(LoadBalanced.LEAST_CONNECTIONS);
    Choices choices = new Choices(strategy, exact ? ChoiceBenchmark.SMALL : ChoiceBenchmark.LARGE);
    assertAllocatesNothing(choices::chooseAndCall);
    choices.close();
  }

  @Test
  void aPickThatIsTakenAgainAllocatesNothing() {
    try (Balancer balancer = Balancer.of(LoadBalanced.LEAST_REQUEST)) {
      balancer.replaceAll(Choices.endpoints(ChoiceBenchmark.SMALL, -1));
      Balancer.Pick pick = balancer.pick();
      assertAllocatesNothing(() -> callNext(pick));
    }
  }

  private static void callNext(Balancer.Pick pick) {
    try (Balancer.Pick call = pick.next()) {
      if (call.endpoint().port() != 1) {
        throw new AssertionError(call);
      }
    }
  }

  @Test
  void aPickByKeyAllocatesNothing() {
    try (Balancer balancer = Balancer.of(LoadBalanced.CONSISTENT_HASH)) {
      balancer.replaceAll(Choices.endpoints(ChoiceBenchmark.SMALL, -1));
      Balancer.Pick pick = balancer.pick();
      assertAllocatesNothing(() -> pick.next("Zoë of the customers").close());
    }
  }

  private static void assertAllocatesNothing(Runnable choice) {
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && allocated >= CHOICES; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < CHOICES; i++) {
        choice.run();
      }
      allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    }
    assertThat(allocated / CHOICES).as("%d bytes in all", allocated).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LoadBalanced.PEAK_EWMA,
        LoadBalanced.LEAST_REQUEST,
        LoadBalanced.ROUND_ROBIN,
        LoadBalanced.WEIGHTED_ROUND_ROBIN,
        LoadBalanced.RANDOM,
        LoadBalanced.CONSISTENT_HASH,
        LoadBalanced.STICKY
      })
  void anUpdateOfTenThousandEndpointsIsSoonDone(String strategy) {
    boolean table = strategy.equals(LoadBalanced.CONSISTENT_HASH);
    assertThat(Updates.measure(strategy, ChoiceBenchmark.LARGE, 5, 10).best())
        .isLessThan(table ? UPDATE_OF_TABLE_MILLIS : UPDATE_MILLIS);
  }
}
