package dev.farcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.ErrorInfo;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.call.StatusDetails;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Gone;
import dev.farcall.fixture.TextCodec;
import dev.farcall.fixture.Texts;
import dev.farcall.time.ManualTime;
import dev.farcall.wire.DecodeLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnsweringTest {

  private static final Operation<String, String> GET =
      Texts.unary("Get").errors(Gone.DECLARED).build();

  private static final String SECRET = "jdbc:secret";

  private final ManualTime time = new ManualTime();
  private final ServerThreads threads = ServerThreads.pool(1, 1);
  private final Answering answering = Answering.inBytes(threads, time);

  @AfterEach
  void close() {
    threads.close();
  }

  private interface Body {
    String apply(String text, CallContext context) throws Exception;
  }

  /** The same body in each of the ways a method may run. */
  private static List<Handler<String, String>> handlers(Body body) {
    return List.of(
        Handler.blocking(GET, body::apply),
        Handler.nonBlocking(GET, body::apply),
        Handler.async(
            GET,
            (text, context) -> {
              CompletableFuture<String> stage = new CompletableFuture<>();
              try {
                stage.complete(body.apply(text, context));
              } catch (Throwable e) {
                stage.completeExceptionally(e);
              }
              return stage.thenApply(result -> result); // wraps what was thrown
            }),
        Handler.async(
            GET, (text, context) -> CompletableFuture.completedStage(body.apply(text, context))));
  }

  private Response answer(Handler<String, String> handler, Request request) throws Exception {
    return Await.get(answering.by(handler).send(request));
  }

  private static Request request() {
    return Texts.request(GET, "a");
  }

  private void eachFailsWith(Body body, java.util.function.Consumer<Failure> expected)
      throws Exception {
    for (Handler<String, String> handler : handlers(body)) {
      Failure failure = answer(handler, request()).failure();
      assertThat(failure).as(handler.getClass().getSimpleName()).isNotNull();
      expected.accept(failure);
    }
  }

  @Test
  void a_result_is_encoded_before_it_leaves() throws Exception {
    for (Handler<String, String> handler : handlers((text, context) -> text + "b")) {
      Response response = answer(handler, request());
      byte[] bytes = response.payload().bytes();
      assertThat(Payload.received(bytes, DecodeLimits.DEFAULT).<String>value(TextCodec.TEXT))
          .isEqualTo("ab");
    }
  }

  @Test
  void the_context_of_the_call_is_current_while_it_runs() throws Exception {
    for (Handler<String, String> handler :
        handlers((text, context) -> String.valueOf(CallContext.current() == context))) {
      assertThat(answer(handler, request()).payload().<String>value(TextCodec.TEXT))
          .isEqualTo("true");
      assertThat(CallContext.current()).isSameAs(CallContext.NONE);
    }
  }

  @Test
  void bytes_that_are_not_the_request_name_the_field() throws Exception {
    Request missing =
        Request.of(
            GET,
            Payload.received(new byte[0], DecodeLimits.DEFAULT),
            Metadata.EMPTY,
            Deadline.NONE,
            request().cancellation());
    for (Handler<String, String> handler : handlers((text, context) -> text)) {
      Failure failure = answer(handler, missing).failure();
      assertThat(failure.code()).isEqualTo(Code.INVALID_ARGUMENT);
      assertThat(failure.message()).contains("value");
      assertThat(failure.details())
          .singleElement()
          .satisfies(
              detail -> {
                assertThat(detail.type()).isEqualTo("google.rpc.BadRequest");
                assertThat(new String(detail.value(), StandardCharsets.UTF_8)).contains("value");
              });
    }
  }

  @Test
  void a_declared_error_travels_with_payload_and_reason() throws Exception {
    eachFailsWith(
        (text, context) -> {
          throw new Gone(text);
        },
        failure -> {
          assertThat(failure.code()).isEqualTo(Code.NOT_FOUND);
          assertThat(failure.outcome()).isEqualTo(Outcome.DECLARED_ERROR);
          assertThat(failure.message()).isEqualTo("a is gone");
          assertThat(failure.details())
              .extracting(ErrorDetail::type)
              .containsExactly("test.Gone", ErrorInfo.TYPE);
          ErrorInfo info = ErrorInfo.find(failure.details());
          assertThat(info.reason()).isEqualTo("GONE");
          assertThat(info.domain()).isEqualTo(Texts.SERVICE);
        });
  }

  @Test
  void a_declared_error_that_is_too_long_keeps_its_reason() throws Exception {
    eachFailsWith(
        (text, context) -> {
          throw new Gone("x".repeat(5000));
        },
        failure -> {
          assertThat(failure.code()).isEqualTo(Code.NOT_FOUND);
          assertThat(failure.details())
              .extracting(ErrorDetail::type)
              .containsExactly(ErrorInfo.TYPE);
          assertThat(StatusDetails.encode(failure)).hasSizeLessThanOrEqualTo(4096);
        });
  }

  static Stream<Throwable> mistakes() {
    return Stream.of(
        new IllegalStateException(SECRET),
        new IllegalArgumentException(SECRET, new RuntimeException(SECRET)),
        new java.io.IOException(SECRET),
        new StackOverflowError(SECRET),
        new AssertionError(SECRET),
        CallException.of(Failure.of(Outcome.REFUSED, Code.UNAUTHENTICATED, SECRET)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void nothing_of_a_mistake_reaches_the_peer_but_an_id(Throwable mistake) throws Exception {
    eachFailsWith(
        (text, context) -> {
          throw AnsweringTest.<RuntimeException>sneaky(mistake);
        },
        failure -> {
          assertThat(failure.code()).isEqualTo(Code.INTERNAL);
          assertThat(failure.message()).isEqualTo("internal error");
          assertThat(ErrorInfo.find(failure.details()).metadata().get(ErrorInfo.ERROR_ID))
              .matches("[0-9a-f]{16}");
          assertThat(failure.cause()).isNull();
          assertThat(failure.trailers().isEmpty()).isTrue();
          assertThat(new String(StatusDetails.encode(failure), StandardCharsets.ISO_8859_1))
              .doesNotContain(SECRET)
              .doesNotContain(mistake.getClass().getSimpleName())
              .doesNotContain("dev.farcall")
              .doesNotContain("java.");
        });
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void an_exception_that_cannot_even_be_read_answers_too() throws Exception {
    final class Unreadable extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new StackOverflowError(SECRET);
      }
    }
    eachFailsWith(
        (text, context) -> {
          throw new Unreadable();
        },
        failure -> {
          assertThat(failure.code()).isEqualTo(Code.INTERNAL);
          assertThat(failure.message()).isEqualTo("internal error");
        });
  }

  @Test
  void a_call_exception_of_the_code_itself_says_what_it_says() throws Exception {
    eachFailsWith(
        (text, context) -> {
          throw new CallException(Code.FAILED_PRECONDITION, "not today");
        },
        failure -> {
          assertThat(failure.code()).isEqualTo(Code.FAILED_PRECONDITION);
          assertThat(failure.message()).isEqualTo("not today");
        });
  }

  @Test
  void a_received_one_is_passed_on_where_the_code_says_so() throws Exception {
    eachFailsWith(
        (text, context) -> {
          throw CallException.of(
                  new Failure(
                      Outcome.REFUSED,
                      Code.NOT_FOUND,
                      "no such thing",
                      List.of(),
                      Metadata.of("x-internal", SECRET),
                      new IllegalStateException(SECRET)))
              .asIs();
        },
        failure -> {
          assertThat(failure.code()).isEqualTo(Code.NOT_FOUND);
          assertThat(failure.message()).isEqualTo("no such thing");
          assertThat(failure.trailers().isEmpty()).isTrue();
        });
  }

  @Test
  void a_long_message_is_cut_at_a_character() throws Exception {
    eachFailsWith(
        (text, context) -> {
          throw new CallException(Code.ABORTED, "\uD83D\uDE00".repeat(2000) + "\uD800");
        },
        failure -> assertThat(failure.message()).isEqualTo("\uD83D\uDE00".repeat(85)));
  }

  @Test
  void a_result_that_cannot_be_encoded_is_a_mistake_of_this_side() throws Exception {
    eachFailsWith(
        (text, context) -> null, failure -> assertThat(failure.code()).isEqualTo(Code.INTERNAL));
  }

  @Test
  void a_stage_that_is_null_is_a_mistake_of_this_side() throws Exception {
    Failure failure = answer(Handler.async(GET, (text, context) -> null), request()).failure();
    assertThat(failure.code()).isEqualTo(Code.INTERNAL);
  }

  @Test
  void an_interruption_answers_cancelled() throws Exception {
    eachFailsWith(
        (text, context) -> {
          throw new InterruptedException();
        },
        failure -> assertThat(failure.code()).isEqualTo(Code.CANCELLED));
  }

  @Test
  void a_call_that_is_given_up_interrupts_its_thread_and_that_call_only() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Channel channel =
        answering.by(
            Handler.blocking(
                GET,
                (text, context) -> {
                  running.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.complete(true);
                  }
                  Thread.currentThread().interrupt(); // leaves a flag behind
                  return text;
                }));
    Request request = request();
    CompletableFuture<Response> stage = channel.send(request).toCompletableFuture();
    running.await();
    request.cancellation().cancel(Reason.CALLER);
    assertThat(stage).isDone();
    assertThat(Await.get(stage).failure().code()).isEqualTo(Code.CANCELLED);
    assertThat(Await.get(interrupted)).isTrue();

    Handler<String, String> next =
        Handler.blocking(
            GET, (text, context) -> String.valueOf(Thread.currentThread().isInterrupted()));
    assertThat(answer(next, request()).payload().<String>value(TextCodec.TEXT))
        .as("the flag on the same thread")
        .isEqualTo("false");
  }

  @Test
  void a_call_that_is_given_up_cancels_its_promise() throws Exception {
    CompletableFuture<String> promise = new CompletableFuture<>();
    Request request = request();
    CompletableFuture<Response> stage =
        answering
            .by(Handler.async(GET, (text, context) -> promise))
            .send(request)
            .toCompletableFuture();
    request.cancellation().cancel(Reason.CALLER);
    assertThat(promise).isCancelled();
    assertThat(Await.get(stage).failure().code()).isEqualTo(Code.CANCELLED);
  }

  @Test
  void a_full_pool_refuses_before_it_decodes_and_says_when_to_come_again() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    Channel channel =
        answering.by(
            Handler.blocking(
                GET,
                (text, context) -> {
                  go.await();
                  return text;
                }));
    CompletableFuture<Response> runs = channel.send(request()).toCompletableFuture();
    CompletableFuture<Response> waits = channel.send(request()).toCompletableFuture();
    Request undecodable =
        Request.of(
            GET,
            Payload.received(new byte[] {(byte) 0xff}, DecodeLimits.DEFAULT),
            Metadata.EMPTY,
            Deadline.NONE,
            request().cancellation());
    Failure refused = Await.get(channel.send(undecodable)).failure();
    assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(refused.details())
        .extracting(ErrorDetail::type)
        .containsExactly("google.rpc.RetryInfo");
    go.countDown();
    assertThat(Await.get(runs).failure()).isNull();
    assertThat(Await.get(waits).failure()).isNull();
    assertThat(Await.get(channel.send(request())).failure()).as("room again").isNull();
  }

  @Test
  void what_expires_or_is_given_up_while_it_waits_never_runs() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    Channel channel =
        answering.by(
            Handler.blocking(
                GET,
                (text, context) -> {
                  runs.incrementAndGet();
                  go.await();
                  return text;
                }));
    CompletableFuture<Response> first = channel.send(request()).toCompletableFuture();
    Await.until(() -> runs.get() == 1);
    Deadline deadline = Deadline.after(Duration.ofMillis(10), time.now());
    CompletableFuture<Response> waiting =
        channel.send(Texts.request(GET, "b", deadline)).toCompletableFuture();
    time.advance(Duration.ofMillis(10));
    go.countDown();
    Await.get(first);
    assertThat(Await.get(waiting).failure().code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    assertThat(runs).hasValue(1);
  }
}
