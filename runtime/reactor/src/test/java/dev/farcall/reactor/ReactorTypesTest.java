package dev.farcall.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.call.CallContext;
import dev.farcall.stream.Adapted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ReactorTypesTest {

  private static final Adapted.Stream FLUX = Adapted.stream("reactor.core.publisher.Flux");
  private static final Adapted.Single MONO = Adapted.single("reactor.core.publisher.Mono");

  @Test
  void a_flux_asks_a_publisher_for_no_more_than_it_is_asked_for() throws Exception {
    AtomicLong asked = new AtomicLong();
    Flux<Integer> flux =
        FLUX.from(FLUX.publisher(Flux.range(0, 100).doOnRequest(asked::addAndGet)));
    List<Integer> got = new ArrayList<>();
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    flux.limitRate(10).doOnComplete(() -> end.complete(true)).subscribe(got::add);
    assertThat(end.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(got).hasSize(100);
    assertThat(asked.get()).as("in portions").isLessThan(Long.MAX_VALUE);
  }

  @Test
  void a_flux_that_is_cancelled_cancels_its_publisher() throws Exception {
    try (SubmissionPublisher<String> source = new SubmissionPublisher<>()) {
      Flux<String> flux = FLUX.from(source);
      Disposable subscription = flux.subscribe();
      assertThat(source.hasSubscribers()).isTrue();
      subscription.dispose();
      while (source.hasSubscribers()) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void the_error_of_a_flux_is_that_of_its_publisher() throws Exception {
    IllegalStateException thrown = new IllegalStateException("on purpose");
    Flow.Publisher<String> publisher = FLUX.publisher(Flux.error(thrown));
    Flux<String> back = FLUX.from(publisher);
    assertThatThrownBy(back::blockLast).isSameAs(thrown);
  }

  @Test
  void a_mono_makes_a_call_for_each_subscription() {
    AtomicInteger calls = new AtomicInteger();
    Mono<Integer> mono =
        MONO.from(() -> CompletableFuture.completedFuture(calls.incrementAndGet()));
    assertThat(calls).hasValue(0);
    assertThat(mono.block()).isEqualTo(1);
    assertThat(mono.block()).isEqualTo(2);
  }

  @Test
  void a_mono_of_nothing_completes_empty() {
    Mono<Void> mono = MONO.from(() -> CompletableFuture.completedFuture(null));
    assertThat(mono.blockOptional()).isEmpty();
  }

  @Test
  void cancelling_a_mono_cancels_its_call() {
    CompletableFuture<String> call = new CompletableFuture<>();
    Mono<String> mono = MONO.from(() -> call);
    mono.subscribe().dispose();
    assertThat(call).isCancelled();
  }

  @Test
  void cancelling_the_stage_of_a_mono_cancels_the_mono() {
    AtomicInteger cancels = new AtomicInteger();
    CompletionStage<String> stage =
        MONO.stage(Mono.<String>never().doOnCancel(cancels::incrementAndGet));
    stage.toCompletableFuture().cancel(true);
    assertThat(cancels).hasValue(1);
  }

  @Test
  void a_mono_calls_in_the_context_in_which_it_was_made() {
    CallContext[] seen = new CallContext[1];
    Mono<String> mono =
        MONO.from(
            () -> {
              seen[0] = CallContext.current();
              return CompletableFuture.completedFuture("a");
            });
    assertThat(mono.block()).isEqualTo("a");
    assertThat(seen[0]).isSameAs(CallContext.NONE);
  }

  @Test
  void a_type_that_nobody_adapts_is_named_with_the_cure() {
    assertThatThrownBy(() -> Adapted.stream("io.smallrye.mutiny.Multi"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("io.smallrye.mutiny.Multi")
        .hasMessageContaining("dev.farcall.spi.StreamType");
  }
}
