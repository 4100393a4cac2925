package dev.farcall.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.call.CallException;
import dev.farcall.call.Outcome;
import dev.farcall.time.ManualTime;
import dev.farcall.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Policies that meet in one method, in decorators of both kinds; the target moves the clock. */
class DecoratorPoliciesTest {

  /** Who makes them. */
  enum Maker {
    PROCESSOR {
      @Override
      Bank decorate(Bank target, Time time) {
        return new BankResilient(target, time);
      }
    },
    BYTE_BUDDY {
      @Override
      Bank decorate(Bank target, Time time) {
        return Resilient.decorate(Bank.class, target, time);
      }
    };

    abstract Bank decorate(Bank target, Time time);
  }

  private final ManualTime time = new ManualTime();
  private final Slow target = new Slow();

  private Bank bank(Maker maker) {
    return maker.decorate(target, new Moving());
  }

  /** A clock on which a pause between attempts is over as soon as it has begun. */
  private final class Moving implements Time {
    @Override
    public long now() {
      return time.now();
    }

    @Override
    public Timer schedule(long delayNanos, Runnable task) {
      Timer timer = time.schedule(delayNanos, task);
      if (delayNanos <= TimeUnit.MILLISECONDS.toNanos(1)) {
        time.advance(Duration.ofNanos(delayNanos));
      }
      return timer;
    }
  }

  /** Takes as long as it is told, and then fails. */
  private final class Slow implements Bank {
    private long millis = 100;
    private int calls;
    private final List<CompletableFuture<String>> stages = new ArrayList<>();

    private String work() throws IOException {
      calls++;
      time.advance(Duration.ofMillis(millis));
      if (millis > 0) {
        throw new IOException("slow");
      }
      return "done";
    }

    @Override
    public String charge(int cents) throws IOException {
      return work();
    }

    @Override
    public String balance() throws IOException {
      return work();
    }

    @Override
    public String rate() throws IOException {
      return work();
    }

    @Override
    public CompletionStage<String> settle() {
      stages.add(new CompletableFuture<>());
      return stages.get(stages.size() - 1);
    }

    @Override
    public CompletionStage<String> audit() {
      return settle();
    }
  }

  @AfterEach
  void no_interrupt_is_left_behind() {
    assertThat(Thread.interrupted()).isFalse();
    System.clearProperty("farcall.local.Bank.charge.circuit-breaker.slow-after");
  }

  @ParameterizedTest
  @EnumSource
  void what_takes_too_long_opens_the_circuit_and_a_probe_closes_it(Maker maker) throws IOException {
    Bank bank = bank(maker);
    for (int i = 0; i < 3; i++) {
      assertThat(catchThrowableOfType(CallException.class, () -> bank.charge(1)).outcome())
          .isEqualTo(Outcome.OWN_LIMIT);
    }
    assertThat(catchThrowableOfType(CallException.class, () -> bank.charge(1)).reason())
        .isEqualTo("CIRCUIT_BREAKER_OPEN");
    time.advance(Duration.ofSeconds(1));
    target.millis = 0;
    assertThat(bank.charge(1)).isEqualTo("done");
    assertThat(bank.charge(1)).isEqualTo("done");
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_tried_again_when_the_time_of_the_call_is_over(Maker maker) {
    assertThatThrownBy(() -> bank(maker).balance())
        .isInstanceOf(CallException.class)
        .hasMessageContaining("within 100 ms");
    assertThat(target.calls).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void an_attempt_that_takes_too_long_is_tried_again(Maker maker) {
    assertThatThrownBy(() -> bank(maker).rate()).hasMessageContaining("within 100 ms");
    assertThat(target.calls).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void one_who_gives_up_in_the_queue_or_before_leaves_nothing(Maker maker) {
    Bank bank = bank(maker);
    CompletionStage<String> first = bank.settle();
    CompletionStage<String> second = bank.settle();
    assertThat(bank.settle().toCompletableFuture()).isCompletedExceptionally();
    second.toCompletableFuture().cancel(true);
    first.toCompletableFuture().cancel(true);
    assertThat(target.stages).singleElement().matches(CompletableFuture::isCancelled);
    CompletionStage<String> third = bank.settle();
    target.stages.get(1).complete("done");
    assertThat(third.toCompletableFuture()).isCompletedWithValue("done");
    assertThat(time.pending()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void one_waits_in_the_queue_as_long_as_it_may(Maker maker) {
    Bank bank = bank(maker);
    CompletionStage<String> first = bank.settle();
    CompletionStage<String> second = bank.settle();
    time.advance(Duration.ofMillis(100));
    assertThat(second.toCompletableFuture()).isCompletedExceptionally();
    assertThat(first.toCompletableFuture()).isNotDone();
  }

  @ParameterizedTest
  @EnumSource
  void stages_out_of_time_open_the_circuit_and_give_their_place_back(Maker maker) {
    Bank bank = bank(maker);
    for (int i = 0; i < 2; i++) {
      CompletionStage<String> call = bank.settle();
      time.advance(Duration.ofSeconds(1));
      assertThat(call.toCompletableFuture()).isCompletedExceptionally();
      assertThat(target.stages.get(i)).isCancelled();
    }
    CompletionStage<String> rejected = bank.settle();
    assertThatThrownBy(() -> rejected.toCompletableFuture().join())
        .hasMessageContaining("is open: 2 of 2 calls failed");
  }

  @ParameterizedTest
  @EnumSource
  void a_limit_of_concurrency_holds(Maker maker) {
    Bank bank = bank(maker);
    CompletionStage<String> first = bank.audit();
    assertThat(bank.audit().toCompletableFuture()).isCompletedExceptionally();
    target.stages.get(0).complete("done");
    assertThat(first.toCompletableFuture()).isCompletedWithValue("done");
    assertThat(bank.audit().toCompletableFuture()).isNotDone();
  }

  @ParameterizedTest
  @EnumSource
  void the_lint_is_the_same(Maker maker) {
    System.setProperty("farcall.local.Bank.charge.circuit-breaker.slow-after", "2s");
    assertThatThrownBy(() -> bank(maker))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("FAR609");
  }
}
