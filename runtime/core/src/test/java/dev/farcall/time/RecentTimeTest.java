package dev.farcall.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTimeTest {

  private final ManualTime time = new ManualTime();
  private final AtomicInteger readings = new AtomicInteger();
  private final RecentTime recent =
      new RecentTime(
          () -> {
            readings.incrementAndGet();
            return time.now();
          },
          time::schedule);

  private void advance(long millis) {
    time.advance(Duration.ofMillis(millis));
  }

  @Test
  void it_is_read_each_fifty_milliseconds_while_somebody_asks() {
    assertThat(recent.get()).isEqualTo(time.now());
    advance(50);
    long read = time.now();
    readings.set(0);
    for (int i = 0; i < 49; i++) {
      advance(1);
      assertThat(recent.get()).isEqualTo(read);
    }
    assertThat(readings).hasValue(0);
    advance(1);
    assertThat(recent.get()).isEqualTo(time.now());
    assertThat(readings).hasValue(1);
  }

  @Test
  void nobody_reads_it_while_nobody_asks_and_then_it_is_true() {
    recent.get();
    advance(1_000);
    assertThat(time.pending()).isZero();
    readings.set(0);
    advance(60_000);
    assertThat(readings).hasValue(0);
    assertThat(recent.get()).isEqualTo(time.now());
    assertThat(time.pending()).isEqualTo(1);
  }

  @Test
  void where_no_timer_can_be_set_each_reads_the_clock() {
    RecentTime alone = new RecentTime(time::now, (nanos, task) -> {});
    for (int i = 0; i < 3; i++) {
      advance(100);
      assertThat(alone.get()).isEqualTo(time.now());
    }
  }
}
