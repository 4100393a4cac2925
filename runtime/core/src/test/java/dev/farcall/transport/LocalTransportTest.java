package dev.farcall.transport;

import static dev.farcall.fixture.TextCodec.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Caller;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Handler;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Origin;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Elements;
import dev.farcall.fixture.Gone;
import dev.farcall.fixture.Texts;
import dev.farcall.time.ManualTime;
import dev.farcall.wire.EncodeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalTransportTest {

  private static final Operation<String, String> GET =
      Texts.unary("Get").errors(Gone.DECLARED).build();
  private static final Operation<String, String> WATCH =
      Texts.streaming(Kind.SERVER_STREAMING, "Watch");
  private static final Operation<String, String> COLLECT =
      Texts.streaming(Kind.CLIENT_STREAMING, "Collect");
  private static final Operation<String, String> ECHO =
      Texts.streaming(Kind.BIDI_STREAMING, "Echo");

  private final ManualTime time = new ManualTime();
  private final Connection connection = Farcall.connect("local:test").time(time);
  private Server server;

  private void serve(Handler<?, ?>... handlers) {
    server = Farcall.server().local("test").time(time).serve(Texts.dispatcher(handlers)).start();
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.stop(Duration.ZERO);
    }
  }

  private Caller<String, String> get() {
    return connection.peer().bind(GET);
  }

  @Test
  void a_value_is_handed_over_as_it_is() {
    serve(Handler.blocking(GET, (text, context) -> text));
    String text = new String("the very same".toCharArray());
    assertThat(get().call(text)).isSameAs(text);
  }

  @Test
  void a_call_of_this_jvm_says_that_it_is() {
    serve(Handler.blocking(GET, (text, context) -> String.valueOf(context.origin())));
    assertThat(get().call("")).isEqualTo(Origin.LOCAL.toString());
  }

  @Test
  void a_null_is_refused_before_anything_is_called_as_on_a_wire() {
    serve(Handler.blocking(GET, (text, context) -> text));
    assertThatThrownBy(() -> get().call(null)).isInstanceOf(EncodeException.class);
  }

  @Test
  void a_null_in_an_answer_is_the_servers_mistake_as_on_a_wire() {
    serve(Handler.blocking(GET, (text, context) -> null));
    CallException thrown = catchThrowableOfType(CallException.class, () -> get().call("a"));
    assertThat(thrown.code()).isEqualTo(Code.INTERNAL);
    assertThat(thrown.errorId()).isNotNull();
    assertThat(thrown.getCause()).isNull();
  }

  @Test
  void a_declared_error_is_made_anew() {
    Gone original = new Gone("b");
    serve(
        Handler.blocking(
            GET,
            (text, context) -> {
              throw original;
            }));
    Gone thrown = catchThrowableOfType(Gone.class, () -> get().call("a"));
    assertThat(thrown).isNotSameAs(original);
    assertThat(thrown.what()).isEqualTo("b");
  }

  @Test
  void metadata_and_context_arrive() {
    serve(
        Handler.blocking(GET, (text, context) -> CallContext.current().metadata().get("x-tenant")));
    assertThat(get().call("a", Metadata.of("X-Tenant", "t"))).isEqualTo("t");
  }

  @Test
  void code_that_promises_not_to_block_is_held_to_it_as_on_a_wire() throws Exception {
    Operation<String, String> other = Texts.unary("Other").build();
    Caller<String, String> nested = connection.peer().bind(other);
    CompletableFuture<String> elsewhere = new CompletableFuture<>();
    serve(
        Handler.blocking(other, (text, context) -> text),
        Handler.nonBlocking(
            GET,
            (text, context) -> {
              // Work handed to another thread may wait there.
              Executor threads = task -> new Thread(task).start();
              context.wrap(threads).execute(() -> elsewhere.complete(nested.call("b")));
              try {
                return nested.call(text);
              } catch (IllegalStateException refused) {
                return refused.getMessage();
              }
            }));
    assertThat(get().call("a")).startsWith("test.Texts/Other would block");
    assertThat(Await.get(elsewhere)).isEqualTo("b");
  }

  @Test
  void the_deadline_arrives_and_gives_the_servers_work_up() throws Exception {
    CompletableFuture<CallContext> arrived = new CompletableFuture<>();
    CompletableFuture<String> promise = new CompletableFuture<>();
    serve(
        Handler.async(
            GET,
            (text, context) -> {
              arrived.complete(context);
              return promise;
            }));
    CompletableFuture<String> call = get().start("a");
    assertThat(Await.get(arrived).deadline().remaining(time.now()))
        .isEqualTo(Duration.ofSeconds(10).toNanos());
    time.advance(Duration.ofSeconds(10));
    assertThat(promise).isCancelled();
    assertThat(Await.get(arrived).cancellation().reason()).isEqualTo(Reason.INHERITED_LIMIT);
    assertThatThrownBy(call::join)
        .cause()
        .isInstanceOfSatisfying(
            CallException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.OWN_LIMIT));
  }

  @Test
  void a_caller_that_goes_away_gives_the_servers_work_up() throws Exception {
    CompletableFuture<String> promise = new CompletableFuture<>();
    serve(Handler.async(GET, (text, context) -> promise));
    get().start("a").cancel(true);
    assertThat(promise).isCancelled();
  }

  @Test
  void what_is_not_served_is_told_apart() {
    CompletableFuture<String> nobody = get().start("a");
    time.advance(Duration.ofSeconds(1)); // the pauses between its attempts
    assertThat(nobody)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOf(CallException.class)
        .extracting(CallException.class::cast)
        .satisfies(e -> assertThat(e).hasMessageContaining("local:test"))
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(Code.UNAVAILABLE);
              assertThat(e.outcome()).isEqualTo(Outcome.NEVER_SENT);
            });
    serve(Handler.blocking(Texts.unary("Other").build(), (text, context) -> text));
    assertThat(catchThrowableOfType(CallException.class, () -> get().call("a")).code())
        .isEqualTo(Code.UNIMPLEMENTED);
  }

  @Test
  void a_second_server_of_the_same_name_is_refused() {
    serve(Handler.blocking(GET, (text, context) -> text));
    assertThatThrownBy(() -> Farcall.server().local("test").serve(Texts.dispatcher()).start())
        .hasMessageContaining("local:test");
    assertThat(get().call("a")).isEqualTo("a");
  }

  /** Counts up from 0, as fast as it is asked; remembers how much it was asked for. */
  private static final class Numbers implements Flow.Publisher<Payload> {
    private final int count;
    private final AtomicLong asked = new AtomicLong();
    private final CompletableFuture<Boolean> cancelled = new CompletableFuture<>();

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;

            @Override
            public void request(long n) {
              asked.addAndGet(n);
              for (long i = 0; i < n && next < count && !cancelled.isDone(); i++) {
                subscriber.onNext(Payload.of(TEXT, String.valueOf(next++)));
              }
              if (next == count && !cancelled.isDone()) {
                next++;
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {
              cancelled.complete(true);
            }
          });
    }
  }

  private static Handler<?, ?> watch(Numbers numbers) {
    return Handler.raw(
        WATCH,
        request ->
            CompletableFuture.completedFuture(
                Response.streaming(numbers, Metadata.EMPTY, new CompletableFuture<>())));
  }

  private Elements<String> subscribe(Response response) {
    assertThat(response.failure()).isNull();
    Elements<String> elements = new Elements<>(TEXT);
    response.payloads().subscribe(elements);
    return elements;
  }

  @Test
  void a_stream_gives_what_is_asked_for_after_its_first_element_and_no_more() throws Exception {
    Numbers numbers = new Numbers(5);
    serve(watch(numbers));
    Response response = Await.get(connection.channel(WATCH).send(Texts.request(WATCH, "a")));
    Elements<String> elements = subscribe(response);
    assertThat(numbers.asked).as("with which the stream begins").hasValue(1);
    assertThat(elements.got()).isEmpty();
    elements.request(2);
    assertThat(elements.got()).containsExactly("0", "1");
    assertThat(numbers.asked).hasValue(2);
    elements.request(10);
    assertThat(elements.end()).isNull();
    assertThat(elements.got()).containsExactly("0", "1", "2", "3", "4");
    assertThat(Await.get(response.done())).isEqualTo(Outcome.OK);
  }

  @Test
  void a_subscriber_that_cancels_stops_the_server() throws Exception {
    Numbers numbers = new Numbers(5);
    serve(watch(numbers));
    Response response = Await.get(connection.channel(WATCH).send(Texts.request(WATCH, "a")));
    Elements<String> elements = subscribe(response);
    elements.request(1);
    elements.subscription.cancel();
    assertThat(Await.get(numbers.cancelled)).isTrue();
    assertThat(Await.get(response.done())).isEqualTo(Outcome.CANCELLED);
    assertThat(elements.ended()).isFalse();
  }

  @Test
  void a_call_that_is_given_up_ends_its_stream_once() throws Exception {
    Numbers numbers = new Numbers(5);
    serve(watch(numbers));
    Request request = Texts.request(WATCH, "a");
    Elements<String> elements = subscribe(Await.get(connection.channel(WATCH).send(request)));
    elements.request(1);
    request.cancellation().cancel(Reason.CALLER);
    assertThat(elements.end())
        .isInstanceOfSatisfying(
            CallException.class, e -> assertThat(e.code()).isEqualTo(Code.CANCELLED));
    assertThat(numbers.cancelled).isDone();
  }

  @Test
  void an_error_of_the_servers_stream_crosses_without_its_story() throws Exception {
    serve(
        Handler.raw(
            WATCH,
            request ->
                CompletableFuture.completedFuture(
                    Response.streaming(
                        subscriber -> {
                          subscriber.onSubscribe(
                              new Flow.Subscription() {
                                @Override
                                public void request(long n) {
                                  subscriber.onError(new IllegalStateException("secret"));
                                }

                                @Override
                                public void cancel() {}
                              });
                        },
                        Metadata.EMPTY,
                        new CompletableFuture<>()))));
    Response response = Await.get(connection.channel(WATCH).send(Texts.request(WATCH, "a")));
    assertThat(response.failure().message()).contains("internal error").doesNotContain("secret");
    assertThat(response.failure().cause()).isNull();
  }

  @Test
  void a_stream_of_requests_is_asked_for_by_the_server() throws Exception {
    Numbers numbers = new Numbers(3);
    Elements<String> received = new Elements<>(TEXT);
    CompletableFuture<Response> answer = new CompletableFuture<>();
    serve(
        Handler.raw(
            COLLECT,
            request -> {
              request.payloads().subscribe(received);
              return answer;
            }));
    CompletableFuture<Response> call =
        connection.channel(COLLECT).send(Texts.streaming(COLLECT, numbers)).toCompletableFuture();
    received.request(1);
    assertThat(received.got()).containsExactly("0");
    assertThat(numbers.asked).hasValue(1);
    received.request(5);
    assertThat(received.end()).isNull();
    answer.complete(Response.of(Payload.of(TEXT, "3 received"), Metadata.EMPTY));
    assertThat(Await.get(call).payload().<String>value(TEXT)).isEqualTo("3 received");
  }

  @Test
  void an_answer_stops_the_stream_of_requests() throws Exception {
    Numbers numbers = new Numbers(3);
    Elements<String> received = new Elements<>(TEXT);
    serve(
        Handler.raw(
            COLLECT,
            request -> {
              request.payloads().subscribe(received);
              received.request(1);
              return CompletableFuture.completedFuture(
                  Response.of(Payload.of(TEXT, "enough"), Metadata.EMPTY));
            }));
    Response response =
        Await.get(connection.channel(COLLECT).send(Texts.streaming(COLLECT, numbers)));
    assertThat(response.payload().<String>value(TEXT)).isEqualTo("enough");
    assertThat(numbers.cancelled).isDone();
  }

  @Test
  void a_request_in_a_stream_that_cannot_be_encoded_ends_the_call() throws Exception {
    Elements<String> received = new Elements<>(TEXT);
    serve(
        Handler.raw(
            COLLECT,
            request -> {
              request.payloads().subscribe(received);
              received.request(5);
              return new CompletableFuture<>();
            }));
    try (SubmissionPublisher<Payload> texts = new SubmissionPublisher<>(Runnable::run, 4)) {
      CompletableFuture<Response> call =
          connection.channel(COLLECT).send(Texts.streaming(COLLECT, texts)).toCompletableFuture();
      texts.submit(Payload.of(TEXT, "good"));
      texts.submit(Payload.of(TEXT, null));
      assertThat(Await.get(call).failure().cause()).isInstanceOf(EncodeException.class);
      assertThat(received.got()).containsExactly("good");
      assertThat(received.end()).isNotNull();
    }
  }

  @Test
  void streams_run_both_ways() throws Exception {
    serve(
        Handler.raw(
            ECHO,
            request ->
                CompletableFuture.completedFuture(
                    Response.streaming(
                        request.payloads(), Metadata.EMPTY, new CompletableFuture<>()))));
    Elements<String> elements =
        subscribe(Await.get(connection.channel(ECHO).send(Texts.streaming(ECHO, new Numbers(3)))));
    elements.request(Long.MAX_VALUE);
    assertThat(elements.end()).isNull();
    assertThat(elements.got()).containsExactly("0", "1", "2");
  }

  @Test
  void a_server_that_stops_lets_calls_go_on_and_takes_no_new_ones() throws Exception {
    CompletableFuture<String> promise = new CompletableFuture<>();
    CompletableFuture<Boolean> running = new CompletableFuture<>();
    serve(
        Handler.async(
            GET,
            (text, context) -> {
              running.complete(true);
              return promise;
            }));
    CompletableFuture<String> call = get().start("a");
    Await.get(running);
    Thread stopping = new Thread(() -> server.stop(Duration.ofSeconds(10)));
    stopping.start();
    Await.until(
        () -> {
          CompletableFuture<String> refused = get().start("b");
          return refused.isCompletedExceptionally();
        });
    assertThat(call).isNotDone();
    promise.complete("b");
    assertThat(Await.get(call)).isEqualTo("b");
    stopping.join(10_000);
    assertThat(stopping.isAlive()).isFalse();
  }

  @Test
  void calls_that_outlast_the_drain_are_ended() throws Exception {
    CompletableFuture<String> promise = new CompletableFuture<>();
    serve(Handler.async(GET, (text, context) -> promise));
    CompletableFuture<String> call = get().start("a");
    server.stop(Duration.ofMillis(1));
    assertThatThrownBy(() -> Await.get(call)).hasCauseInstanceOf(CallException.class);
    assertThat(promise).isCancelled();
  }
}
