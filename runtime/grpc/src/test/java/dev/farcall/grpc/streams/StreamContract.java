package dev.farcall.grpc.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Handler;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.StreamCaller;
import dev.farcall.grpc.streams.Ticks.Halted;
import dev.farcall.stream.Streams;
import dev.farcall.wire.EncodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for streams over each wire. */
@Timeout(60)
public abstract class StreamContract {

  private static final Handler<Long, Long> COUNTING =
      Handler.serverStream(Ticks.COUNT, (count, context) -> new Range(count));

  private static final Handler<Long, Long> SUMMING =
      Handler.clientStream(Ticks.SUM, (numbers, context) -> sum(numbers));

  private static final Handler<Long, Long> DOUBLING =
      Handler.bidiStream(Ticks.DOUBLE, (numbers, context) -> doubled(numbers));

  private StreamWire wire;

  /** The wire. */
  protected abstract StreamWire.Kind wire();

  /** Whether requests may be a stream there. */
  protected boolean takesStreams() {
    return true;
  }

  /** Whether values become bytes. */
  protected boolean encodes() {
    return true;
  }

  @AfterEach
  void close() {
    if (wire != null) {
      wire.close();
    }
  }

  private void serve(Handler<?, ?>... handlers) {
    for (Handler<?, ?> handler : handlers) {
      Assumptions.assumeTrue(!handler.operation().kind().requestStream() || takesStreams());
    }
    wire = wire().open(handlers);
  }

  private StreamCaller<Long, Long> count() {
    return wire.bind(Ticks.COUNT);
  }

  private StreamCaller<Long, Long> sum() {
    return wire.bind(Ticks.SUM);
  }

  private StreamCaller<Long, Long> doubles() {
    return wire.bind(Ticks.DOUBLE);
  }

  private static CompletionStage<Long> sum(Flow.Publisher<Long> numbers) {
    CompletableFuture<Long> sum = new CompletableFuture<>();
    AtomicLong soFar = new AtomicLong();
    numbers.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(Long number) {
            soFar.addAndGet(number);
          }

          @Override
          public void onError(Throwable thrown) {
            sum.completeExceptionally(thrown);
          }

          @Override
          public void onComplete() {
            sum.complete(soFar.get());
          }
        });
    return sum;
  }

  private static Flow.Publisher<Long> doubled(Flow.Publisher<Long> numbers) {
    return subscriber ->
        numbers.subscribe(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
              }

              @Override
              public void onNext(Long number) {
                subscriber.onNext(2 * number);
              }

              @Override
              public void onError(Throwable thrown) {
                subscriber.onError(thrown);
              }

              @Override
              public void onComplete() {
                subscriber.onComplete();
              }
            });
  }

  private static List<Long> upTo(long end) {
    return LongStream.range(0, end).boxed().toList();
  }

  // ---- a stream back

  @Test
  void a_publisher_gives_all_elements_in_order_then_the_end() throws Exception {
    serve(COUNTING);
    Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
    count().publish(5_000L).subscribe(collected);
    assertThat(collected.awaitEnd()).isNull();
    assertThat(collected.received).isEqualTo(upTo(5_000));
  }

  @Test
  void a_stream_without_elements_ends() throws Exception {
    serve(COUNTING);
    Collected<Long> collected = new Collected<>(0);
    count().publish(0L).subscribe(collected);
    assertThat(collected.awaitEnd()).isNull();
    assertThat(count().stream(0L)).isEmpty();
  }

  @Test
  void elements_come_only_when_they_are_asked_for() throws Exception {
    serve(COUNTING);
    Collected<Long> collected = new Collected<>(0);
    count().publish(100L).subscribe(collected);
    for (int i = 1; i <= 100; i++) {
      collected.request(1);
      collected.awaitReceived(i);
    }
    assertThat(collected.awaitEnd()).isNull();
    assertThat(collected.received).isEqualTo(upTo(100));
  }

  @Test
  void each_subscription_is_a_call_of_its_own() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              calls.incrementAndGet();
              return new Range(count);
            }));
    Flow.Publisher<Long> publisher = count().publish(3L);
    assertThat(calls).as("before anybody subscribes").hasValue(0);
    for (int i = 1; i <= 2; i++) {
      Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
      publisher.subscribe(collected);
      assertThat(collected.awaitEnd()).isNull();
      assertThat(calls).hasValue(i);
    }
  }

  @Test
  void a_blocking_consumer_pulls_the_stream() {
    serve(COUNTING);
    try (Stream<Long> numbers = count().stream(1_000L)) {
      assertThat(numbers.mapToLong(number -> number).sum()).isEqualTo(499_500);
    }
  }

  @Test
  void a_blocking_server_gives_a_stream_and_it_is_closed_at_the_end() {
    AtomicInteger closed = new AtomicInteger();
    serve(
        Handler.blockingServerStream(
            Ticks.COUNT,
            (count, context) ->
                LongStream.range(0, count).boxed().onClose(closed::incrementAndGet)));
    try (Stream<Long> numbers = count().stream(1_000L)) {
      assertThat(numbers.toList()).isEqualTo(upTo(1_000));
    }
    Collected.await(() -> closed.get() == 1);
  }

  @Test
  void a_slow_consumer_slows_the_producer() throws Exception {
    CompletableFuture<Range> producer = new CompletableFuture<>();
    long many = 3_000_000;
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              Range range = new Range(count);
              producer.complete(range);
              return range;
            }));
    Collected<Long> collected = new Collected<>(10);
    count().publish(many).subscribe(collected);
    collected.awaitReceived(10);
    Range range = producer.get(10, TimeUnit.SECONDS);
    awaitStill(range.made);
    assertThat(range.made.get()).isLessThan(many / 3);
    assertThat(collected.received).hasSize(10);
    collected.request(10);
    collected.awaitReceived(20);
    collected.cancel();
  }

  /** What grows no more for a while: it waits for demand. */
  private static void awaitStill(AtomicLong counter) {
    AtomicLong last = new AtomicLong(-1);
    AtomicInteger same = new AtomicInteger();
    Collected.await(
        () -> {
          long now = counter.get();
          return last.getAndSet(now) == now ? same.incrementAndGet() > 200 : same.getAndSet(0) < 0;
        });
  }

  @Test
  void streams_that_nobody_reads_hold_no_other_call_back() throws Exception {
    serve(COUNTING);
    List<Collected<Long>> unread = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Collected<Long> collected = new Collected<>(1);
      count().publish(400_000L).subscribe(collected);
      unread.add(collected);
    }
    for (Collected<Long> collected : unread) {
      collected.awaitReceived(1);
    }
    Collected<Long> other = new Collected<>(Long.MAX_VALUE);
    count().publish(2_000L).subscribe(other);
    assertThat(other.awaitEnd()).isNull();
    unread.forEach(Collected::cancel);
  }

  @Test
  void uploads_that_nobody_reads_hold_no_other_call_back() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    serve(
        Handler.clientStream(
            Ticks.SUM,
            (numbers, context) ->
                calls.incrementAndGet() <= 20 ? new CompletableFuture<>() : sum(numbers)));
    List<CompletableFuture<Long>> unread = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      unread.add(sum().startWith(new Range(400_000)));
    }
    Collected.await(() -> calls.get() == 20);
    assertThat(sum().startWith(new Range(100)).get(20, TimeUnit.SECONDS)).isEqualTo(4_950);
    unread.forEach(call -> call.cancel(true));
  }

  @Test
  void the_producer_gives_no_more_once_the_consumer_has_cancelled() throws Exception {
    CompletableFuture<Range> producer = new CompletableFuture<>();
    AtomicLong whenCancelled = new AtomicLong(-1);
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              Range range = new Range(count);
              context.cancellation().onCancel(reason -> whenCancelled.set(range.made.get()));
              producer.complete(range);
              return range;
            }));
    Collected<Long> collected = new Collected<Long>(Long.MAX_VALUE).cancelAt(100);
    count().publish(Long.MAX_VALUE).subscribe(collected);
    collected.awaitReceived(100);
    Range range = producer.get(10, TimeUnit.SECONDS);
    Collected.await(range.cancelled::get);
    Collected.await(() -> whenCancelled.get() >= 0);
    awaitStill(range.made);
    assertThat(range.made.get() - whenCancelled.get()).isBetween(0L, (long) StreamCaller.PREFETCH);
  }

  @Test
  void a_stream_that_is_closed_early_is_given_up() throws Exception {
    CompletableFuture<Range> producer = new CompletableFuture<>();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              Range range = new Range(count);
              producer.complete(range);
              return range;
            }));
    try (Stream<Long> numbers = count().stream(Long.MAX_VALUE)) {
      assertThat(numbers.limit(3).toList()).containsExactly(0L, 1L, 2L);
    }
    Collected.await(() -> producer.isDone() && producer.join().cancelled.get());
  }

  @Test
  void a_server_that_waits_for_an_element_nobody_wants_is_interrupted() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CountDownLatch closed = new CountDownLatch(1);
    serve(
        Handler.blockingServerStream(
            Ticks.COUNT,
            (count, context) ->
                Stream.generate(
                        () -> {
                          if (waiting.getCount() == 0) {
                            return 0L;
                          }
                          waiting.countDown();
                          try {
                            new CountDownLatch(1).await();
                          } catch (InterruptedException e) {
                            interrupted.complete(true);
                          }
                          return 0L;
                        })
                    .onClose(closed::countDown)));
    Collected<Long> collected = new Collected<>(1);
    count().publish(1L).subscribe(collected);
    assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
    collected.cancel();
    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_call_that_has_no_element_yet_can_be_given_up() throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              called.complete(context);
              return subscriber -> subscriber.onSubscribe(new Idle());
            }));
    Collected<Long> collected = new Collected<>(1);
    count().publish(1L).subscribe(collected);
    CallContext context = called.get(10, TimeUnit.SECONDS);
    collected.cancel();
    Collected.await(context.cancellation()::isCancelled);
    assertThat(collected.end).isNotDone();
  }

  private static final class Idle implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }

  @Test
  void declared_errors_come_before_the_first_element_and_after_any() throws Exception {
    AtomicLong elements = new AtomicLong();
    serve(
        Handler.serverStream(
            Ticks.COUNT, (count, context) -> new Range(elements.get(), new Halted(7))));
    for (int before : new int[] {0, 1, 3}) {
      elements.set(before);
      Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
      count().publish(9L).subscribe(collected);
      Throwable end = collected.awaitEnd();
      assertThat(end).isInstanceOf(Halted.class);
      assertThat(((Halted) end).at()).isEqualTo(7);
      assertThat(collected.received).isEqualTo(upTo(before));
      List<Long> pulled = new ArrayList<>();
      assertThatThrownBy(() -> count().stream(9L).forEach(pulled::add)).isInstanceOf(Halted.class);
      assertThat(pulled).isEqualTo(upTo(before));
    }
  }

  @Test
  void what_a_method_throws_is_its_streams_error() {
    serve(
        Handler.blockingServerStream(
            Ticks.COUNT,
            (count, context) -> {
              throw count == 1 ? new Halted(1) : new IllegalStateException("secret");
            }));
    assertThatThrownBy(() -> count().stream(1L).toList()).isInstanceOf(Halted.class);
    CallException internal =
        catchThrowableOfType(CallException.class, () -> count().stream(2L).toList());
    assertThat(internal.code()).isEqualTo(Code.INTERNAL);
    assertThat(internal.getMessage()).doesNotContain("secret");
    assertThat(internal.errorId()).isNotNull();
  }

  @Test
  void an_element_that_cannot_be_sent_ends_the_stream_as_the_servers_mistake() throws Exception {
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) ->
                new Range(count, null, number -> number == 2 ? Ticks.UNSPEAKABLE : number)));
    Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
    count().publish(9L).subscribe(collected);
    Throwable end = collected.awaitEnd();
    assertThat(((CallException) end).code()).isEqualTo(Code.INTERNAL);
    assertThat(collected.received).isEqualTo(upTo(2));
  }

  @Test
  void an_element_that_cannot_be_read_ends_the_stream() throws Exception {
    Assumptions.assumeTrue(encodes());
    CompletableFuture<Range> producer = new CompletableFuture<>();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              Range range =
                  new Range(
                      Long.MAX_VALUE, null, number -> number == 2 ? Ticks.UNREADABLE : number);
              producer.complete(range);
              return range;
            }));
    Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
    count().publish(9L).subscribe(collected);
    assertThat(((CallException) collected.awaitEnd()).code()).isEqualTo(Code.INTERNAL);
    assertThat(collected.received).isEqualTo(upTo(2));
    Collected.await(producer.join().cancelled::get);
  }

  @Test
  void a_limit_of_the_whole_stream_ends_it_on_both_sides() throws Exception {
    Operation<Long, Long> limited =
        Operation.of(
                Kind.SERVER_STREAMING,
                Ticks.SERVICE,
                "Count",
                Ticks.COUNT.request(),
                Ticks.COUNT.response())
            .policies("timeout.stream", "300ms")
            .routes(Ticks.COUNT.routes())
            .build();
    CompletableFuture<Range> producer = new CompletableFuture<>();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              Range range = new Range(Long.MAX_VALUE);
              producer.complete(range);
              return range;
            }));
    Collected<Long> collected = new Collected<>(5);
    wire.bind(limited).publish(1L).subscribe(collected);
    assertThat(((CallException) collected.awaitEnd()).code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(collected.received).isEqualTo(upTo(5));
    Collected.await(producer.join().cancelled::get);
  }

  @Test
  void the_context_of_the_call_is_current_while_elements_are_made() throws Exception {
    AtomicReference<String> seen = new AtomicReference<>();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) ->
                new Range(
                    count,
                    null,
                    number -> {
                      seen.set(CallContext.current().metadata().get("x-tenant"));
                      return number;
                    })));
    Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
    count().publish(3L, Metadata.of("x-tenant", "t")).subscribe(collected);
    assertThat(collected.awaitEnd()).isNull();
    assertThat(seen).hasValue("t");
  }

  @Test
  void a_consumer_that_is_interrupted_gives_the_stream_up() throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              called.complete(context);
              return subscriber -> subscriber.onSubscribe(new Idle());
            }));
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread consumer =
        new Thread(
            () -> {
              Throwable end = catchThrowable(() -> count().stream(1L).toList());
              flag.set(Thread.currentThread().isInterrupted());
              thrown.complete(end);
            });
    consumer.start();
    CallContext context = called.get(10, TimeUnit.SECONDS);
    consumer.interrupt();
    assertThat(((CallException) thrown.get(10, TimeUnit.SECONDS)).code()).isEqualTo(Code.CANCELLED);
    assertThat(flag).isTrue();
    Collected.await(context.cancellation()::isCancelled);
  }

  @Test
  void a_call_that_fails_before_its_first_element_is_made_again_and_later_is_not()
      throws Exception {
    Operation<Long, Long> retried =
        Operation.of(
                Kind.SERVER_STREAMING,
                Ticks.SERVICE,
                "Count",
                Ticks.COUNT.request(),
                Ticks.COUNT.response())
            .safe()
            .policies("retry.enabled", "true", "retry.backoff", "1ms")
            .routes(Ticks.COUNT.routes())
            .build();
    AtomicInteger calls = new AtomicInteger();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              int call = calls.incrementAndGet();
              long elements = count == 0 && call == 1 ? 0 : 2;
              return call == 1
                  ? new Range(elements, new CallException(Code.UNAVAILABLE, "not now"))
                  : new Range(elements);
            }));
    Collected<Long> early = new Collected<>(Long.MAX_VALUE);
    wire.bind(retried).publish(0L).subscribe(early);
    assertThat(early.awaitEnd()).isNull();
    assertThat(early.received).isEqualTo(upTo(2));
    assertThat(calls).hasValue(2);

    calls.set(0);
    Collected<Long> late = new Collected<>(Long.MAX_VALUE);
    wire.bind(retried).publish(1L).subscribe(late);
    CallException end = (CallException) late.awaitEnd();
    assertThat(end.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(end.outcome()).isEqualTo(Outcome.UNAVAILABLE);
    assertThat(late.received).isEqualTo(upTo(2));
    assertThat(calls).hasValue(1);
  }

  @Test
  void closing_the_connection_ends_its_streams() throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    serve(
        Handler.serverStream(
            Ticks.COUNT,
            (count, context) -> {
              called.complete(context);
              return new Range(Long.MAX_VALUE);
            }));
    Collected<Long> collected = new Collected<>(3);
    count().publish(1L).subscribe(collected);
    collected.awaitReceived(3);
    wire.connection().close();
    assertThat(((CallException) collected.awaitEnd()).code()).isEqualTo(Code.CANCELLED);
    Collected.await(called.get(10, TimeUnit.SECONDS).cancellation()::isCancelled);
  }

  // ---- a stream there

  @Test
  void a_stream_of_requests_is_answered_once() throws Exception {
    serve(SUMMING);
    assertThat(sum().callWith(new Range(1_000))).isEqualTo(499_500);
    assertThat(sum().startWith(new Range(10)).get(10, TimeUnit.SECONDS)).isEqualTo(45);
    assertThat(sum().callWith(new Range(0))).isZero();
  }

  @Test
  void requests_are_pulled_from_a_stream_by_its_callers_thread() {
    serve(SUMMING);
    AtomicBoolean closed = new AtomicBoolean();
    Thread caller = Thread.currentThread();
    AtomicBoolean elsewhere = new AtomicBoolean();
    Stream<Long> numbers =
        LongStream.range(0, 1_000)
            .peek(number -> elsewhere.compareAndSet(false, Thread.currentThread() != caller))
            .boxed()
            .onClose(() -> closed.set(true));
    assertThat(sum().callWith(numbers)).isEqualTo(499_500);
    assertThat(closed).isTrue();
    assertThat(elsewhere).isFalse();
  }

  @Test
  void a_blocking_server_pulls_its_requests() {
    serve(
        Handler.blockingClientStream(
            Ticks.SUM,
            (numbers, context) -> {
              try (Stream<Long> pulled = Streams.blocking(numbers)) {
                return pulled.mapToLong(number -> number).sum();
              }
            }));
    assertThat(sum().callWith(new Range(1_000))).isEqualTo(499_500);
  }

  @Test
  void a_slow_server_slows_its_caller() throws Exception {
    CompletableFuture<Flow.Subscription> slow = new CompletableFuture<>();
    CompletableFuture<Long> answer = new CompletableFuture<>();
    serve(
        Handler.clientStream(
            Ticks.SUM,
            (numbers, context) -> {
              numbers.subscribe(
                  new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                      slow.complete(subscription);
                    }

                    @Override
                    public void onNext(Long number) {}

                    @Override
                    public void onError(Throwable thrown) {}

                    @Override
                    public void onComplete() {}
                  });
              return answer;
            }));
    Range range = new Range(3_000_000);
    CompletableFuture<Long> call = sum().startWith(range);
    slow.get(10, TimeUnit.SECONDS).request(10);
    awaitStill(range.made);
    assertThat(range.made.get()).isLessThan(1_000_000);
    answer.complete(1L);
    assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    Collected.await(range.cancelled::get);
  }

  @Test
  void a_future_that_is_cancelled_gives_the_call_and_its_stream_up() throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    CompletableFuture<Long> never = new CompletableFuture<>();
    serve(
        Handler.clientStream(
            Ticks.SUM,
            (numbers, context) -> {
              numbers.subscribe(new Collected<>(10));
              called.complete(context);
              return never;
            }));
    Range range = new Range(Long.MAX_VALUE);
    CompletableFuture<Long> call = sum().startWith(range);
    CallContext context = called.get(10, TimeUnit.SECONDS);
    assertThat(call.cancel(true)).isTrue();
    Collected.await(range.cancelled::get);
    Collected.await(context.cancellation()::isCancelled);
    Collected.await(never::isCancelled);
  }

  @Test
  void a_request_that_cannot_be_sent_ends_the_call_before_it_is_answered() {
    serve(SUMMING);
    assertThatThrownBy(
            () ->
                sum()
                    .callWith(
                        new Range(9, null, number -> number == 2 ? Ticks.UNSPEAKABLE : number)))
        .isInstanceOf(EncodeException.class);
  }

  @Test
  void a_request_that_cannot_be_read_is_its_callers_mistake() {
    Assumptions.assumeTrue(encodes());
    serve(SUMMING);
    CallException thrown =
        catchThrowableOfType(
            CallException.class, () -> sum().callWith(Stream.of(1L, Ticks.UNREADABLE, 3L)));
    assertThat(thrown.code()).isEqualTo(Code.INVALID_ARGUMENT);
  }

  @Test
  void requests_that_fail_give_the_call_up_and_the_server_learns_of_it() throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    serve(
        Handler.clientStream(
            Ticks.SUM,
            (numbers, context) -> {
              called.complete(context);
              return sum(numbers);
            }));
    CallException thrown =
        catchThrowableOfType(
            CallException.class,
            () -> sum().callWith(new Range(3, new IllegalStateException("on purpose"))));
    assertThat(thrown.code()).isEqualTo(Code.CANCELLED);
    Collected.await(called.get(10, TimeUnit.SECONDS).cancellation()::isCancelled);
    assertThatThrownBy(
            () ->
                sum()
                    .callWith(
                        Stream.of(1L)
                            .peek(
                                number -> {
                                  throw new IllegalStateException("on purpose");
                                })))
        .hasMessageContaining("on purpose");
  }

  @Test
  void checked_errors_of_a_stream_that_is_sent_give_the_call_up_as_well() throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    serve(
        Handler.clientStream(
            Ticks.SUM,
            (numbers, context) -> {
              called.complete(context);
              return sum(numbers);
            }));
    Stream<Long> broken = Streams.blocking(new Range(3, new Halted(9)));
    Halted thrown = catchThrowableOfType(Halted.class, () -> sum().callWith(broken));
    assertThat(thrown.at()).isEqualTo(9);
    Collected.await(called.get(10, TimeUnit.SECONDS).cancellation()::isCancelled);
  }

  @Test
  void a_publisher_that_throws_when_it_is_subscribed_to_fails_its_call_and_nothing_else()
      throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    serve(
        Handler.clientStream(
            Ticks.SUM,
            (numbers, context) -> {
              called.complete(context);
              return sum(numbers);
            }));
    CallException thrown =
        catchThrowableOfType(
            CallException.class,
            () ->
                sum()
                    .callWith(
                        subscriber -> {
                          throw new IllegalStateException("on purpose");
                        }));
    assertThat(thrown.code()).isEqualTo(Code.CANCELLED);
    if (called.isDone()) {
      Collected.await(called.join().cancellation()::isCancelled);
    }
    assertThat(sum().callWith(new Range(4))).isEqualTo(6);
  }

  @Test
  void a_declared_error_ends_a_call_whose_requests_go_on() {
    serve(
        Handler.clientStream(
            Ticks.SUM,
            (numbers, context) -> {
              numbers.subscribe(new Collected<>(10));
              return CompletableFuture.failedFuture(new Halted(3));
            }));
    Range range = new Range(Long.MAX_VALUE);
    Halted thrown = catchThrowableOfType(Halted.class, () -> sum().callWith(range));
    assertThat(thrown.at()).isEqualTo(3);
    Collected.await(range.cancelled::get);
  }

  // ---- both ways

  @Test
  void streams_run_both_ways_at_once() throws Exception {
    serve(DOUBLING);
    Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
    try (SubmissionPublisher<Long> numbers = new SubmissionPublisher<>()) {
      doubles().publishWith(numbers).subscribe(collected);
      Collected.await(numbers::hasSubscribers);
      for (int i = 1; i <= 50; i++) {
        numbers.submit((long) i);
        collected.awaitReceived(i); // each is answered before the next is sent
      }
    }
    assertThat(collected.awaitEnd()).isNull();
    assertThat(collected.received).first().isEqualTo(2L);
    assertThat(collected.received).last().isEqualTo(100L);
  }

  @Test
  void a_long_conversation_arrives_whole() throws Exception {
    serve(DOUBLING);
    Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
    doubles().publishWith(new Range(5_000)).subscribe(collected);
    assertThat(collected.awaitEnd()).isNull();
    assertThat(collected.received).hasSize(5_000).last().isEqualTo(9_998L);
  }

  @Test
  void a_conversation_that_is_cancelled_ends_on_both_sides() throws Exception {
    CompletableFuture<CallContext> called = new CompletableFuture<>();
    serve(
        Handler.bidiStream(
            Ticks.DOUBLE,
            (numbers, context) -> {
              called.complete(context);
              return doubled(numbers);
            }));
    Range range = new Range(Long.MAX_VALUE);
    Collected<Long> collected = new Collected<>(10);
    doubles().publishWith(range).subscribe(collected);
    collected.awaitReceived(10);
    collected.cancel();
    Collected.await(range.cancelled::get);
    Collected.await(called.get(10, TimeUnit.SECONDS).cancellation()::isCancelled);
  }

  @Test
  void a_request_of_a_conversation_that_cannot_be_read_ends_it() throws Exception {
    Assumptions.assumeTrue(encodes());
    serve(DOUBLING);
    Collected<Long> collected = new Collected<>(Long.MAX_VALUE);
    doubles()
        .publishWith(
            new Range(Long.MAX_VALUE, null, number -> number == 3 ? Ticks.UNREADABLE : number))
        .subscribe(collected);
    assertThat(((CallException) collected.awaitEnd()).code()).isEqualTo(Code.INVALID_ARGUMENT);
  }
}
