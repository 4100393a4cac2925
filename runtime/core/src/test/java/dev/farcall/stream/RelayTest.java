package dev.farcall.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Payload;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.TextCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RelayTest {

  /** Checks the rules: one signal at a time, one end, nothing after it. */
  private static final class Strict implements Flow.Subscriber<Payload> {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger ends = new AtomicInteger();
    private final List<String> broken = new ArrayList<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    private void signal(String name, boolean last) {
      if (!busy.compareAndSet(false, true)) {
        broken.add(name + " while busy");
      }
      if (ends.get() > 0) {
        broken.add(name + " after the end");
      }
      if (last) {
        ends.incrementAndGet();
      }
      busy.set(false);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      signal("onSubscribe", false);
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Payload item) {
      signal("onNext", false);
    }

    @Override
    public void onError(Throwable thrown) {
      signal("onError", true);
      end.complete(true);
    }

    @Override
    public void onComplete() {
      signal("onComplete", true);
      end.complete(false);
    }
  }

  private static final class Source implements Flow.Publisher<Payload>, Flow.Subscription {
    private final CompletableFuture<Flow.Subscriber<? super Payload>> subscriber =
        new CompletableFuture<>();
    private final AtomicInteger cancels = new AtomicInteger();

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> given) {
      given.onSubscribe(this);
      subscriber.complete(given);
    }

    @Override
    public void request(long n) {}

    @Override
    public void cancel() {
      cancels.incrementAndGet();
    }
  }

  @Test
  void an_end_from_outside_that_races_with_elements_and_their_end_keeps_the_rules()
      throws Exception {
    Payload payload = Payload.of(TextCodec.TEXT, "a");
    for (int round = 0; round < 2_000; round++) {
      Source source = new Source();
      AtomicInteger told = new AtomicInteger();
      Relay<Payload, Payload> relay =
          new Relay<>(any -> any, thrown -> thrown, how -> told.incrementAndGet());
      Strict strict = new Strict();
      CompletableFuture<Void> elements =
          CompletableFuture.runAsync(
              () -> {
                relay.to(strict);
                source.subscribe(relay);
                Flow.Subscriber<? super Payload> to = source.subscriber.join();
                for (int i = 0; i < 20; i++) {
                  to.onNext(payload);
                }
                to.onComplete();
              });
      relay.end(new IllegalStateException("on purpose"));
      Await.get(elements);
      Await.get(strict.end);
      assertThat(strict.broken).isEmpty();
      assertThat(strict.ends).hasValue(1);
      assertThat(told).hasValue(1);
    }
  }

  @Test
  void a_stream_that_ended_before_it_was_subscribed_to_says_so_then() throws Exception {
    Source source = new Source();
    Relay<Payload, Payload> relay = new Relay<>(any -> any, thrown -> thrown, how -> {});
    relay.end(new IllegalStateException("on purpose"));
    Strict strict = new Strict();
    relay.to(strict);
    source.subscribe(relay);
    assertThat(Await.get(strict.end)).as("an error").isTrue();
    assertThat(source.cancels).hasValue(1);
  }

  @Test
  void a_source_that_comes_while_the_stream_is_ended_is_cancelled() throws Exception {
    for (int round = 0; round < 20_000; round++) {
      Source source = new Source();
      Relay<Payload, Payload> relay = new Relay<>(any -> any, thrown -> thrown, how -> {});
      relay.to(new Strict());
      CompletableFuture<Void> coming = CompletableFuture.runAsync(() -> source.subscribe(relay));
      relay.end(new IllegalStateException("on purpose"));
      Await.get(coming);
      assertThat(source.cancels).hasValueGreaterThan(0);
    }
  }

  @Test
  void an_error_thrown_where_none_may_be_ends_the_stream() throws Exception {
    Payload payload = Payload.of(TextCodec.TEXT, "a");
    Source source = new Source();
    Relay<Payload, Payload> relay =
        new Relay<>(
            any -> {
              throw new StackOverflowError("on purpose");
            },
            thrown -> thrown,
            how -> {});
    Strict strict = new Strict();
    relay.to(strict);
    source.subscribe(relay);
    source.subscriber.join().onNext(payload);
    assertThat(Await.get(strict.end)).as("an error").isTrue();
    assertThat(source.cancels).hasValue(1);
  }

  @Test
  void a_second_subscriber_is_told_so() throws Exception {
    Relay<Payload, Payload> relay = new Relay<>(any -> any, thrown -> thrown, how -> {});
    assertThat(relay.to(new Strict())).isTrue();
    Strict second = new Strict();
    assertThat(relay.to(second)).isFalse();
    assertThat(Await.get(second.end)).as("an error").isTrue();
  }
}
