package dev.farcall.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int THREADS = 4;

  private final ManualTime time = new ManualTime();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  private static int granted(int tries, LongSupplier acquire) {
    int granted = 0;
    for (int i = 0; i < tries; i++) {
      granted += acquire.getAsLong() == 0 ? 1 : 0;
    }
    return granted;
  }

  @Test
  void a_burst_is_granted_at_once_and_then_one_in_each_interval() {
    TokenBucket bucket = new TokenBucket(new RateLimitPolicy(10, SECOND, 3), time.now());
    assertThat(granted(5, () -> bucket.acquire(time.now()))).isEqualTo(3);
    assertThat(bucket.acquire(time.now())).isEqualTo(100_000_000);

    time.advance(Duration.ofMillis(99));
    assertThat(bucket.acquire(time.now())).isEqualTo(1_000_000);
    time.advance(Duration.ofMillis(1));
    assertThat(granted(5, () -> bucket.acquire(time.now()))).isEqualTo(1);
  }

  @Test
  void a_pause_gathers_no_more_than_the_burst() {
    TokenBucket bucket = new TokenBucket(new RateLimitPolicy(10, SECOND, 3), time.now());
    time.advance(Duration.ofHours(1));
    assertThat(granted(9, () -> bucket.acquire(time.now()))).isEqualTo(3);
  }

  @Test
  void who_is_refused_owes_nothing_for_having_asked() {
    TokenBucket bucket = new TokenBucket(RateLimitPolicy.perSecond(1), time.now());
    assertThat(granted(1_000, () -> bucket.acquire(time.now()))).isEqualTo(1);
    time.advance(SECOND);
    assertThat(bucket.acquire(time.now())).isZero();
  }

  @Test
  void what_is_told_to_wait_is_exactly_enough() {
    TokenBucket bucket = new TokenBucket(new RateLimitPolicy(7, SECOND, 2), time.now());
    for (int i = 0; i < 50; i++) {
      long wait = bucket.acquire(time.now());
      if (wait > 0) {
        time.advance(Duration.ofNanos(wait));
        assertThat(bucket.acquire(time.now())).isZero();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"3,1000", "7,1000", "999999,1000", "1,60000"})
  void in_the_long_run_the_rate_is_never_above_and_hardly_below(int permits, long millis) {
    Duration per = Duration.ofMillis(millis);
    RateLimitPolicy limit = new RateLimitPolicy(permits, per, 1);
    assertThat(limit.intervalNanos() * permits).isGreaterThanOrEqualTo(per.toNanos());
    assertThat(limit.intervalNanos() * permits).isLessThanOrEqualTo(per.toNanos() * 1001 / 1000);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, Long.MAX_VALUE - 1, -1, 0})
  void a_clock_may_pass_its_largest_reading(long start) {
    TokenBucket bucket = new TokenBucket(new RateLimitPolicy(10, SECOND, 3), start);
    assertThat(granted(5, () -> bucket.acquire(start))).isEqualTo(3);
    assertThat(granted(9, () -> bucket.acquire(start + SECOND.toNanos()))).isEqualTo(3);
  }

  @Test
  void of_many_threads_each_permit_goes_to_one() throws Exception {
    int burst = 1_000;
    for (int round = 0; round < 50; round++) {
      TokenBucket bucket = new TokenBucket(new RateLimitPolicy(1, SECOND, burst), time.now());
      assertThat(together(() -> granted(burst, () -> bucket.acquire(time.now())))).isEqualTo(burst);
    }
  }

  @Test
  void of_many_threads_and_keys_none_gets_more_by_replacing_the_other() throws Exception {
    // Room for one of two keys: each replaces the other until one is in debt, and has it all.
    for (int round = 0; round < 5_000; round++) {
      TokenBuckets buckets = new TokenBuckets(new RateLimitPolicy(1, SECOND, 1), 1, time.now());
      AtomicInteger next = new AtomicInteger();
      int granted =
          together(
              () -> {
                String key = next.incrementAndGet() % 2 == 0 ? "even" : "odd";
                return granted(3, () -> buckets.acquire(key, time.now()));
              });
      assertThat(granted).isEqualTo(2);
      assertThat(buckets.size()).isEqualTo(1);
    }
  }

  private int together(Callable<Integer> task) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<Integer>> results = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      results.add(
          threads.submit(
              () -> {
                start.await();
                return task.call();
              }));
    }
    int sum = 0;
    for (Future<Integer> result : results) {
      sum += result.get();
    }
    return sum;
  }

  @Test
  void a_bucket_in_debt_is_not_retired_and_a_retired_one_grants_nothing() {
    TokenBucket bucket = new TokenBucket(RateLimitPolicy.perSecond(1), time.now());
    bucket.acquire(time.now());
    assertThat(bucket.retire(time.now())).isFalse();
    time.advance(SECOND);
    assertThat(bucket.retire(time.now())).isTrue();
    assertThat(bucket.acquire(time.now())).isEqualTo(TokenBucket.RETIRED);
  }

  @Test
  void strangers_cannot_make_a_debt_be_forgotten() {
    TokenBuckets buckets = new TokenBuckets(RateLimitPolicy.perSecond(1), 10, time.now());
    assertThat(buckets.acquire("debtor", time.now())).isZero();
    for (int i = 0; i < 1_000; i++) {
      buckets.acquire("stranger " + i, time.now());
    }
    assertThat(buckets.size()).isEqualTo(10);
    assertThat(buckets.acquire("debtor", time.now())).isPositive();
  }

  @Test
  void where_all_are_in_debt_newcomers_share_and_later_have_room_again() {
    TokenBuckets buckets = new TokenBuckets(RateLimitPolicy.perSecond(1), 10, time.now());
    assertThat(granted(10, new Keys(buckets, 0))).isEqualTo(10);
    assertThat(granted(10_000, new Keys(buckets, 10))).isLessThanOrEqualTo(64);

    time.advance(SECOND);
    assertThat(granted(10, new Keys(buckets, 20_000))).isEqualTo(10);
    assertThat(buckets.size()).isEqualTo(10);
  }

  private final class Keys implements LongSupplier {
    private final TokenBuckets buckets;
    private int next;

    Keys(TokenBuckets buckets, int first) {
      this.buckets = buckets;
      this.next = first;
    }

    @Override
    public long getAsLong() {
      return buckets.acquire("key " + next++, time.now());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1000, 1, permits",
    "1, 0, 1, per",
    "1, -1, 1, per",
    "1, 86400001, 1, per",
    "2000, 1, 1, permits",
    "1, 1000, 0, burst",
    "1, 86400000, 366, burst"
  })
  void a_limit_that_makes_no_sense_says_what_is_expected(
      int permits, long millis, int burst, String name) {
    assertThatThrownBy(() -> new RateLimitPolicy(permits, Duration.ofMillis(millis), burst))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + ": ")
        .hasMessageContaining("expected: ");
  }
}
