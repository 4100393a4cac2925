package dev.farcall.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whose time counts as whose. */
final class ScheduleTest {

  private static final long TEN_MILLIS = TimeUnit.MILLISECONDS.toNanos(10);

  @Test
  void aCallThatHadToWaitForTheOneBeforeCountsSinceItShouldHaveBegun() {
    Schedule schedule = new Schedule(TEN_MILLIS, 0);
    long first = schedule.await();
    while (System.nanoTime() - first < 5 * TEN_MILLIS) { // a call that takes long
      Thread.onSpinWait();
    }
    assertThat(schedule.await()).isLessThan(first + 2 * TEN_MILLIS);
    assertThat(System.nanoTime() - first).isGreaterThan(5 * TEN_MILLIS);
  }

  @Test
  void aCallIsNotBegunBeforeItsTime() {
    long now = System.nanoTime();
    assertThat(new Schedule(TEN_MILLIS, TEN_MILLIS).await())
        .isGreaterThanOrEqualTo(now + TEN_MILLIS);
  }

  @Test
  void linesSayWhatTheyMean() {
    assertThat(Task.parse(Task.ECHO.toString())).isEqualTo(Task.ECHO);
    Shape rate = Shape.rate(16, 1234.5);
    assertThat(Shape.parse(rate.toString())).isEqualTo(rate);
    Round round = new Round(1, 2, 3, 4, 5);
    assertThat(Round.parse(round.toString())).isEqualTo(round);
    Usage usage = Usage.here();
    assertThat(Usage.parse(usage.toString())).isEqualTo(usage);
    assertThat(usage.allocatedBytes()).isPositive();
  }
}
