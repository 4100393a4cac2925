package dev.farcall.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

  private final ManualTime time = new ManualTime();
  private final List<String> ran = new ArrayList<>();

  @Test
  void tasks_run_in_order_each_at_its_own_moment() {
    long begin = time.now();
    time.schedule(Duration.ofMillis(20), () -> ran.add("second at " + (time.now() - begin)));
    time.schedule(Duration.ofMillis(10), () -> ran.add("first at " + (time.now() - begin)));
    time.schedule(Duration.ofMillis(40), () -> ran.add("too late"));
    time.advance(Duration.ofMillis(30));
    assertThat(ran).containsExactly("first at 10000000", "second at 20000000");
    assertThat(time.now() - begin).isEqualTo(30_000_000);
    assertThat(time.pending()).isEqualTo(1);
  }

  @Test
  void a_task_may_schedule_another_within_the_same_advance() {
    time.schedule(
        Duration.ofMillis(10), () -> time.schedule(Duration.ofMillis(10), () -> ran.add("inner")));
    time.advance(Duration.ofMillis(20));
    assertThat(ran).containsExactly("inner");
  }

  @Test
  void nothing_runs_on_the_thread_that_schedules() {
    time.schedule(0, () -> ran.add("ran"));
    assertThat(ran).isEmpty();
    time.advance(Duration.ZERO);
    assertThat(ran).containsExactly("ran");
  }

  @Test
  void a_cancelled_task_is_forgotten() {
    time.schedule(Duration.ofMillis(1), () -> ran.add("ran")).cancel();
    assertThat(time.pending()).isZero();
    time.advance(Duration.ofSeconds(1));
    assertThat(ran).isEmpty();
  }
}
