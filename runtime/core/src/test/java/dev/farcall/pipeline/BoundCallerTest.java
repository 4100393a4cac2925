package dev.farcall.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Caller;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Deadline;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.ErrorInfo;
import dev.farcall.call.Failure;
import dev.farcall.call.Kind;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Gone;
import dev.farcall.fixture.Silence;
import dev.farcall.fixture.TextCodec;
import dev.farcall.fixture.Texts;
import dev.farcall.spi.EventLoopThread;
import dev.farcall.time.ManualTime;
import dev.farcall.time.Time;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.ProtobufWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BoundCallerTest {

  private static final Operation<String, String> GET =
      Texts.unary("Get").errors(Gone.DECLARED).build();

  private final ManualTime time = new ManualTime();
  private final Silence wire = new Silence();
  private final Caller<String, String> caller = bind(GET);

  private Caller<String, String> bind(Operation<String, String> operation) {
    return new ClientPipeline(wire, time, null).bind(operation);
  }

  private void answer(String text) {
    wire.answer.complete(Response.of(Payload.of(TextCodec.TEXT, text), Metadata.EMPTY));
  }

  private void fail(Failure failure) {
    wire.answer.complete(Response.failed(failure));
  }

  private static Failure gone(ErrorDetail... details) {
    return Failure.received(GET, Code.NOT_FOUND, "b is gone", List.of(details), Metadata.EMPTY);
  }

  private static ErrorDetail payload() {
    return new ErrorDetail(
        "test.Gone", ProtobufWriter.encode(Gone.DECLARED.codec(), new Gone("b")));
  }

  @Test
  void a_blocking_call_returns_the_result() {
    answer("b");
    assertThat(caller.call("a")).isEqualTo("b");
    assertThat(wire.request.payload().value(TextCodec.TEXT)).isEqualTo("a");
  }

  @Test
  void an_asynchronous_call_completes_with_the_result() throws Exception {
    CompletableFuture<String> future = caller.start("a");
    assertThat(future).isNotDone();
    answer("b");
    assertThat(Await.get(future)).isEqualTo("b");
  }

  @Test
  void metadata_travels_with_the_request() {
    answer("b");
    caller.call("a", Metadata.of("x-tenant", "t"));
    assertThat(wire.request.metadata().get("x-tenant")).isEqualTo("t");
  }

  @Test
  void a_declared_error_is_thrown_as_it_is_with_a_stack_of_the_caller() {
    fail(gone(payload()));
    Gone thrown = catchThrowableOfType(Gone.class, () -> caller.call("a"));
    assertThat(thrown.what()).isEqualTo("b");
    assertThat(thrown.getCause()).isInstanceOf(CallException.class);
    assertThat(thrown.getCause())
        .isInstanceOfSatisfying(
            CallException.class,
            status -> assertThat(status.outcome()).isEqualTo(Outcome.DECLARED_ERROR));
    assertThat(thrown.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(BoundCallerTest.class.getName()));
  }

  @Test
  void each_caller_gets_an_instance_of_its_own() {
    fail(gone(payload()));
    Throwable first = catchThrowableOfType(Gone.class, () -> caller.call("a"));
    Throwable second = catchThrowableOfType(Gone.class, () -> caller.call("a"));
    assertThat(first).isNotSameAs(second);
  }

  @Test
  void a_future_completes_with_the_declared_error_itself() {
    fail(gone(payload()));
    CompletableFuture<String> future = caller.start("a");
    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(Gone.class);
    assertThat(future.handle((result, thrown) -> thrown).join()).isInstanceOf(Gone.class);
  }

  @Test
  void a_declared_error_whose_payload_was_too_long_is_told_by_its_reason() {
    fail(gone(new ErrorInfo("GONE", Texts.SERVICE, Map.of()).toDetail()));
    CallException thrown = catchThrowableOfType(CallException.class, () -> caller.call("a"));
    assertThat(thrown.outcome()).isEqualTo(Outcome.DECLARED_ERROR);
    assertThat(thrown.reason()).isEqualTo("GONE");
    assertThat(thrown.code()).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void a_declared_error_with_a_broken_payload_keeps_its_status() {
    fail(gone(new ErrorDetail("test.Gone", new byte[] {(byte) 0xff})));
    CallException thrown = catchThrowableOfType(CallException.class, () -> caller.call("a"));
    assertThat(thrown.code()).isEqualTo(Code.NOT_FOUND);
    assertThat(thrown.getSuppressed()).hasSize(1);
  }

  @Test
  void the_error_of_another_method_is_a_call_exception() {
    fail(gone(payload()));
    Caller<String, String> other = bind(Texts.unary("Other").build());
    assertThatThrownBy(() -> other.call("a")).isInstanceOf(CallException.class);
  }

  @Test
  void an_answer_that_cannot_be_decoded_is_a_mismatch_of_contracts() {
    wire.answer.complete(
        Response.of(
            Payload.received(new byte[] {(byte) 0xff}, DecodeLimits.DEFAULT), Metadata.EMPTY));
    CallException thrown = catchThrowableOfType(CallException.class, () -> caller.call("a"));
    assertThat(thrown.code()).isEqualTo(Code.INTERNAL);
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(thrown).hasMessageContaining("test.Texts/Get").hasMessageContaining("test.Text");
  }

  @Test
  void a_request_that_cannot_be_encoded_is_the_callers_own_mistake() {
    EncodeException mistake = EncodeException.nullAt("Text.value");
    fail(Failure.notEncodable(mistake));
    assertThatThrownBy(() -> caller.call("a")).isSameAs(mistake);
    assertThat(caller.start("a").handle((result, thrown) -> thrown).join()).isSameAs(mistake);
  }

  @Test
  void the_id_in_the_peers_log_stands_in_the_message() {
    ErrorInfo info =
        new ErrorInfo("INTERNAL", Texts.SERVICE, Map.of(ErrorInfo.ERROR_ID, "0123abcd"));
    fail(
        Failure.received(
            GET, Code.INTERNAL, "internal error", List.of(info.toDetail()), Metadata.EMPTY));
    CallException thrown = catchThrowableOfType(CallException.class, () -> caller.call("a"));
    assertThat(thrown.errorId()).isEqualTo("0123abcd");
    assertThat(thrown).hasMessageContaining("0123abcd");
  }

  @Test
  void a_blocking_call_on_an_event_loop_is_refused_at_once_and_an_asynchronous_one_is_not()
      throws Exception {
    final class Loop extends Thread implements EventLoopThread {
      Loop(Runnable task) {
        super(task, "loop-1");
      }
    }
    CompletableFuture<Throwable> refused = new CompletableFuture<>();
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    new Loop(
            () -> {
              started.complete(caller.start("a") != null);
              try {
                caller.call("a");
                refused.complete(new AssertionError("not refused"));
              } catch (IllegalStateException e) {
                refused.complete(e);
              }
            })
        .start();
    assertThat(Await.get(refused))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("test.Texts/Get")
        .hasMessageContaining("loop-1")
        .hasMessageContaining("CompletionStage");
    assertThat(Await.get(started)).isTrue();
  }

  @Test
  void a_blocking_call_on_the_timer_is_refused_too() throws Exception {
    CompletableFuture<Throwable> refused = new CompletableFuture<>();
    Time.system()
        .schedule(
            0,
            () -> {
              try {
                caller.call("a");
              } catch (IllegalStateException e) {
                refused.complete(e);
              }
            });
    assertThat(Await.get(refused)).hasMessageContaining("farcall-timer");
  }

  @Test
  void an_interrupted_caller_gives_the_call_up_and_keeps_its_flag() throws Exception {
    CompletableFuture<CallException> thrown = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                caller.call("a");
              } catch (CallException e) {
                flag.complete(Thread.currentThread().isInterrupted());
                thrown.complete(e);
              }
            });
    thread.start();
    Await.until(() -> wire.request != null);
    thread.interrupt();
    assertThat(Await.get(thrown).code()).isEqualTo(Code.CANCELLED);
    assertThat(Await.get(thrown).outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(Await.get(flag)).isTrue();
    assertThat(wire.request.cancellation().reason()).isEqualTo(Reason.CALLER);
  }

  @Test
  void cancelling_the_future_gives_the_call_up() {
    CompletableFuture<String> future = caller.start("a");
    assertThat(future.cancel(true)).isTrue();
    assertThat(wire.request.cancellation().reason()).isEqualTo(Reason.CALLER);
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    answer("too late");
    assertThat(future).isCancelled();
  }

  @Test
  void a_future_that_times_out_by_itself_gives_the_call_up() {
    CompletableFuture<String> future = caller.start("a").orTimeout(1, TimeUnit.MILLISECONDS);
    assertThatThrownBy(future::join).isInstanceOf(CompletionException.class);
    Await.until(() -> wire.request.cancellation().reason() == Reason.CALLER);
  }

  @Test
  void what_is_derived_from_the_future_is_an_ordinary_future() {
    CompletableFuture<String> derived = caller.start("a").thenApply(text -> text + "!");
    derived.cancel(true);
    assertThat(wire.request.cancellation().isCancelled()).isFalse();
  }

  @Test
  void completions_move_to_the_executor_if_there_is_one() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    CompletableFuture<String> future =
        new ClientPipeline(wire, time, tasks::add).bind(GET).start("a");
    answer("b");
    assertThat(future).isNotDone();
    tasks.remove().run();
    assertThat(future).isCompletedWithValue("b");
  }

  @Test
  void a_call_within_a_call_inherits_its_deadline_and_its_end() {
    Cancellation outer = new Cancellation();
    Deadline deadline = Deadline.after(Duration.ofMillis(100), time.now());
    CallContext context =
        CallContext.of(
            Request.of(GET, Payload.of(TextCodec.TEXT, "o"), Metadata.EMPTY, deadline, outer));
    context.run(() -> assertThat(caller.start("a")).isNotDone());
    assertThat(wire.request.deadline()).isSameAs(deadline);
    outer.cancel(Reason.OWN_LIMIT);
    assertThat(wire.request.cancellation().reason())
        .as("what is the outer call's own limit is an inherited one here")
        .isEqualTo(Reason.INHERITED_LIMIT);
  }

  @Test
  void a_call_within_a_call_that_was_given_up_is_not_sent() {
    Request outer = Texts.request(GET, "o");
    outer.cancellation().cancel(Reason.CALLER);
    CallContext.of(outer)
        .run(
            () ->
                assertThatThrownBy(() -> caller.call("a"))
                    .isInstanceOfSatisfying(
                        CallException.class,
                        e -> assertThat(e.outcome()).isEqualTo(Outcome.CANCELLED)));
    assertThat(wire.request).isNull();
  }

  @Test
  void a_detached_call_inherits_nothing() {
    Request outer = Texts.request(GET, "o", Deadline.after(Duration.ofMillis(100), time.now()));
    Caller<String, String> detached = bind(Texts.unary("Get").detached().build());
    CallContext.of(outer).run(() -> assertThat(detached.start("a")).isNotDone());
    assertThat(wire.request.deadline().remaining(time.now()))
        .isEqualTo(Duration.ofSeconds(10).toNanos());
    outer.cancellation().cancel(Reason.CALLER);
    assertThat(wire.request.cancellation().isCancelled()).isFalse();
  }

  @Test
  void a_call_that_has_ended_is_forgotten_by_the_surrounding_one() {
    Request outer = Texts.request(GET, "o");
    CallContext.of(outer).run(() -> assertThat(caller.start("a")).isNotDone());
    answer("b");
    outer.cancellation().cancel(Reason.CALLER);
    assertThat(wire.request.cancellation().isCancelled()).isFalse();
  }

  @Test
  void a_stream_cannot_be_called_as_if_it_were_unary() {
    assertThatThrownBy(() -> bind(Texts.streaming(Kind.SERVER_STREAMING, "Watch")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SERVER_STREAMING");
  }

  @Test
  void a_caller_says_which_way_its_calls_go() {
    assertThat(caller)
        .hasToString("test.Texts/Get: timeout 10 s > retry what was never sent > silence");
  }
}
