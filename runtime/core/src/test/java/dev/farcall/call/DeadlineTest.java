package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1, Long.MAX_VALUE - 10, Long.MAX_VALUE, Long.MIN_VALUE})
  void it_holds_on_a_clock_that_overflows(long now) {
    Deadline deadline = Deadline.after(100, now);
    assertThat(deadline.remaining(now)).isEqualTo(100);
    assertThat(deadline.expired(now + 99)).isFalse();
    assertThat(deadline.expired(now + 100)).isTrue();
    assertThat(deadline.expired(now + 1000)).isTrue();
  }

  @Test
  void the_earlier_of_two_is_taken_and_this_one_if_they_are_equal() {
    long now = Long.MAX_VALUE - 5;
    Deadline early = Deadline.after(1, now);
    Deadline late = Deadline.after(100, now); // past the overflow
    Deadline same = Deadline.after(1, now);
    assertThat(early.earlier(late)).isSameAs(early);
    assertThat(late.earlier(early)).isSameAs(early);
    assertThat(early.earlier(same)).isSameAs(early);
    assertThat(early.earlier(Deadline.NONE)).isSameAs(early);
    assertThat(Deadline.NONE.earlier(early)).isSameAs(early);
  }

  @Test
  void none_never_expires() {
    assertThat(Deadline.NONE.expired(Long.MIN_VALUE)).isFalse();
    assertThat(Deadline.NONE.remaining(0)).isEqualTo(Long.MAX_VALUE);
    assertThat(Deadline.NONE.isSet()).isFalse();
  }

  @Test
  void what_is_longer_than_the_clock_can_tell_is_cut() {
    Deadline deadline = Deadline.after(Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE);
    assertThat(deadline.remaining(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE / 2);
    assertThat(deadline.expired(Long.MAX_VALUE)).isFalse();
  }
}
