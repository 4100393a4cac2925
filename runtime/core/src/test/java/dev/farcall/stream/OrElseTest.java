package dev.farcall.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrElseTest {

  private final CallException unreachable =
      CallException.of(Failure.of(Outcome.NEVER_SENT, Code.UNAVAILABLE, "nobody is there"));

  @Test
  void a_stream_that_fails_before_its_first_element_is_replaced() {
    assertThat(Streams.orElse(failing(), why -> Stream.of(why.getMessage(), "b")))
        .containsExactly("UNAVAILABLE: nobody is there", "b");
  }

  @Test
  void a_stream_that_has_given_an_element_fails_as_it_does() {
    Stream<String> given = Stream.concat(Stream.of("a"), failing());
    List<String> seen = new ArrayList<>();
    assertThatThrownBy(() -> Streams.orElse(given, why -> Stream.of("b")).forEach(seen::add))
        .isSameAs(unreachable);
    assertThat(seen).containsExactly("a");
  }

  @Test
  void what_the_peer_refused_is_not_replaced() {
    IllegalStateException refused = new IllegalStateException("no");
    Stream<String> stream = Stream.<String>of("a").peek(element -> fail(refused));
    assertThatThrownBy(() -> Streams.orElse(stream, why -> Stream.of("b")).toList())
        .isSameAs(refused);
  }

  @Test
  void closing_it_closes_what_is_consumed() {
    List<String> closed = new ArrayList<>();
    Stream<String> first = failing().onClose(() -> closed.add("call"));
    Stream<String> other = Stream.of("a").onClose(() -> closed.add("fallback"));
    try (Stream<String> stream = Streams.orElse(first, why -> other)) {
      assertThat(stream.iterator().next()).isEqualTo("a");
    }
    assertThat(closed).containsExactly("call", "fallback");
  }

  @Test
  void a_publisher_that_fails_at_once_hands_its_demand_to_the_fallback() {
    Script call = new Script();
    Script fallback = new Script();
    Seen seen = new Seen();
    Streams.orElse(call, why -> fallback).subscribe(seen);
    seen.subscription.request(2);
    seen.subscription.request(3);
    call.subscriber.onError(unreachable);
    assertThat(fallback.asked).isEqualTo(5);
    seen.subscription.request(1);
    assertThat(fallback.asked).isEqualTo(6);
    fallback.subscriber.onNext("a");
    fallback.subscriber.onComplete();
    assertThat(seen.signals).containsExactly("a", "complete");
  }

  @Test
  void a_publisher_that_has_given_an_element_fails_as_it_does() {
    Script call = new Script();
    Seen seen = new Seen();
    Streams.orElse(call, why -> new Script()).subscribe(seen);
    call.subscriber.onNext("a");
    call.subscriber.onError(unreachable);
    assertThat(seen.signals).containsExactly("a", unreachable);
  }

  @Test
  void what_a_fallback_throws_is_the_error() {
    Script call = new Script();
    Seen seen = new Seen();
    IllegalStateException thrown = new IllegalStateException("no fallback");
    Streams.orElse(
            call,
            why -> {
              throw thrown;
            })
        .subscribe(seen);
    call.subscriber.onError(unreachable);
    assertThat(seen.signals).containsExactly(thrown);
  }

  @Test
  void a_publisher_that_was_cancelled_has_no_use_for_a_fallback() {
    Script call = new Script();
    Script fallback = new Script();
    Seen seen = new Seen();
    Streams.orElse(call, why -> fallback).subscribe(seen);
    seen.subscription.cancel();
    assertThat(call.cancelled).isTrue();
    call.subscriber.onError(unreachable);
    assertThat(fallback.subscriber).isNull();
  }

  private Stream<String> failing() {
    return Stream.of("never").peek(element -> fail(unreachable));
  }

  private static void fail(RuntimeException thrown) {
    throw thrown;
  }

  /** A publisher whose signals the test gives. */
  private static final class Script implements Flow.Publisher<String>, Flow.Subscription {
    private Flow.Subscriber<? super String> subscriber;
    private long asked;
    private boolean cancelled;

    @Override
    public void subscribe(Flow.Subscriber<? super String> to) {
      subscriber = to;
      to.onSubscribe(this);
    }

    @Override
    public void request(long n) {
      asked += n;
    }

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private static final class Seen implements Flow.Subscriber<String> {
    private final List<Object> signals = new ArrayList<>();
    private Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(String element) {
      signals.add(element);
    }

    @Override
    public void onError(Throwable thrown) {
      signals.add(thrown);
    }

    @Override
    public void onComplete() {
      signals.add("complete");
    }
  }
}
