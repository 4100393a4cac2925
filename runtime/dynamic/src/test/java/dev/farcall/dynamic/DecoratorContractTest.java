package dev.farcall.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.call.CallException;
import dev.farcall.time.Time;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for decorators, whoever makes them: the compiler, or the JVM as it runs. */
class DecoratorContractTest {

  /** Who makes them. */
  enum Maker {
    PROCESSOR {
      @Override
      Gateway decorate(Gateway target) {
        return new GatewayResilient(target, Time.system());
      }
    },
    BYTE_BUDDY {
      @Override
      Gateway decorate(Gateway target) {
        return Resilient.decorate(Gateway.class, target);
      }
    };

    abstract Gateway decorate(Gateway target);
  }

  private final Real real = new Real();

  /** Fails as often as it is told. */
  private static final class Real implements Gateway {
    private int failures;
    private int calls;
    private final CompletableFuture<String> page = new CompletableFuture<>();

    private void call() throws IOException {
      calls++;
      if (failures > 0) {
        failures--;
        throw new IOException("down");
      }
    }

    @Override
    public String quote(String symbol) throws IOException {
      call();
      return symbol + "!";
    }

    @Override
    public int charge(int cents, long... parts) throws IOException {
      call();
      return cents + parts.length;
    }

    @Override
    public void send(String letter) throws IOException {
      call();
      if (letter.isEmpty()) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
          throw new IOException("interrupted", interrupted);
        }
      }
    }

    @Override
    public boolean remind(double weight) {
      return weight > 1;
    }

    @Override
    public CompletionStage<String> render(String name) {
      return page;
    }

    @Override
    public List<String> list(String user, int limit) throws IOException {
      call();
      return List.of(user);
    }

    @Override
    public CompletionStage<String> later(String user) {
      return CompletableFuture.failedFuture(new IOException("down"));
    }

    @Override
    public char plain(char letter) {
      return (char) (letter + 1);
    }

    @Override
    public String toString() {
      return "real";
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_fails_is_tried_again(Maker maker) throws IOException {
    real.failures = 2;
    assertThat(maker.decorate(real).quote("FAR")).isEqualTo("FAR!");
    assertThat(real.calls).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void the_last_failure_is_thrown_as_it_is(Maker maker) {
    real.failures = 3;
    assertThatThrownBy(() -> maker.decorate(real).quote("FAR"))
        .isInstanceOf(IOException.class)
        .hasMessage("down");
    assertThat(real.calls).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void a_circuit_opens(Maker maker) throws IOException {
    Gateway gateway = maker.decorate(real);
    assertThat(gateway.charge(7, 1, 2)).isEqualTo(9);
    real.failures = 3;
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> gateway.charge(7)).isInstanceOf(IOException.class);
    }
    assertThat(catchThrowableOfType(CallException.class, () -> gateway.charge(7)))
        .hasMessageContaining(
            "circuit breaker \"dev.farcall.dynamic.Gateway.charge\" is open: 3 of 4 calls failed");
    assertThat(real.calls).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void a_call_that_takes_too_long_is_interrupted(Maker maker) throws IOException {
    Gateway gateway = maker.decorate(real);
    gateway.send("a");
    CallException late = catchThrowableOfType(CallException.class, () -> gateway.send(""));
    assertThat(late).hasMessageContaining("within 50 ms").hasCauseInstanceOf(IOException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_rate_is_kept(Maker maker) {
    Gateway gateway = maker.decorate(real);
    assertThat(gateway.remind(2)).isTrue();
    assertThat(gateway.remind(0.5)).isFalse();
    assertThat(catchThrowableOfType(CallException.class, () -> gateway.remind(2)).reason())
        .isEqualTo("RATE_LIMITED");
  }

  @ParameterizedTest
  @EnumSource
  void a_bulkhead_holds_what_ends_later(Maker maker) {
    Gateway gateway = maker.decorate(real);
    CompletionStage<String> first = gateway.render("a");
    assertThat(gateway.render("b")).isCompletedExceptionally();
    real.page.complete("page");
    assertThat(first).isCompletedWithValue("page");
    assertThat(gateway.render("c")).isCompletedWithValue("page");
  }

  @ParameterizedTest
  @EnumSource
  void a_fallback_answers(Maker maker) throws IOException {
    Gateway gateway = maker.decorate(real);
    assertThat(gateway.list("ada", 3)).containsExactly("ada");
    real.failures = 1;
    assertThat(gateway.list("ada", 3)).containsExactly("ada3down");
    assertThat(gateway.later("ada")).isCompletedWithValue("no ada");
  }

  @ParameterizedTest
  @EnumSource
  void what_has_no_policies_is_passed_on(Maker maker) {
    Gateway gateway = maker.decorate(real);
    assertThat(gateway.plain('a')).isEqualTo('b');
    assertThat(gateway.toString()).contains("quote: ").endsWith("around real");
  }

  @ParameterizedTest
  @EnumSource
  void configuration_holds_for_both(Maker maker) throws IOException {
    String key = "farcall.local.Gateway.quote.retry.max-attempts";
    System.setProperty(key, "1");
    try {
      real.failures = 1;
      assertThatThrownBy(() -> maker.decorate(real).quote("FAR")).isInstanceOf(IOException.class);
    } finally {
      System.clearProperty(key);
    }
    String misspelt = "farcall.local.Gateway.quotes.retry.max-attempts";
    System.setProperty(misspelt, "1");
    try {
      assertThatThrownBy(() -> maker.decorate(real))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("has no method quotes (did you mean quote?)");
    } finally {
      System.clearProperty(misspelt);
    }
  }
}
