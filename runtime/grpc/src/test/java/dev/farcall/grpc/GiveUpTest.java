package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.time.Time;
import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deadlines and cancellation, both ways. */
@Timeout(60)
final class GiveUpTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<Cancellation.Reason> told = new CompletableFuture<>();

  /** Never answers; tells that it began and why it was given up. */
  private final Handler<String, String> never =
      Handler.async(
          Echo.ECHO,
          (text, context) -> {
            context.cancellation().onCancel(told::complete);
            begun.countDown();
            return new CompletableFuture<>();
          });

  @Test
  void deadlineReachesTheServer() throws Exception {
    Handler<String, String> remaining =
        Handler.nonBlocking(
            Echo.ECHO,
            (text, context) ->
                "" + CallContext.current().deadline().remaining(Time.system().now()));
    try (TestServer server = TestServer.of(remaining);
        TestClient client = TestClient.plain()) {
      Deadline deadline = Deadline.after(Duration.ofMinutes(3), Time.system().now());
      Response response =
          TestClient.send(client.wire(server.port()), request(deadline, new Cancellation()));
      long nanos = Long.parseLong(response.payload().value(Echo.ECHO.response()));
      assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
    }
  }

  @Test
  void serverEndsACallWhoseDeadlinePassesWithAStatus() throws Exception {
    try (TestServer server = TestServer.of(never);
        TestClient client = TestClient.plain()) {
      Deadline deadline = Deadline.after(Duration.ofMillis(1_500), Time.system().now());
      Response response =
          TestClient.send(client.wire(server.port()), request(deadline, new Cancellation()));
      assertThat(response.failure().code()).isEqualTo(Code.DEADLINE_EXCEEDED);
      assertThat(response.failure().outcome()).isEqualTo(Outcome.PEER_DEADLINE);
      assertThat(told.get(20, TimeUnit.SECONDS)).isEqualTo(Cancellation.Reason.INHERITED_LIMIT);
    }
  }

  @Test
  void deadlineThatHasPassedIsNotSent() throws Exception {
    try (TestServer server = TestServer.of(never);
        TestClient client = TestClient.plain()) {
      Deadline passed = Deadline.after(Duration.ZERO, Time.system().now());
      Failure failure =
          TestClient.send(client.wire(server.port()), request(passed, new Cancellation()))
              .failure();
      assertThat(failure.code()).isEqualTo(Code.DEADLINE_EXCEEDED);
      assertThat(failure.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
      assertThat(begun.getCount()).isOne();
    }
  }

  @Test
  void timeoutOfTheMethodEndsTheWaitAndTheWork() throws Exception {
    Operation<String, String> hasty =
        Operation.unary(Echo.SERVICE, "Echo", Echo.ECHO.request(), Echo.ECHO.response())
            .policies("timeout.value", "1500ms")
            .build();
    try (TestServer server = TestServer.of(never);
        TestClient client = TestClient.plain()) {
      assertThatThrownBy(() -> client.caller(server.port(), hasty).call(""))
          .isInstanceOfSatisfying(
              CallException.class, e -> assertThat(e.code()).isEqualTo(Code.DEADLINE_EXCEEDED));
      assertThat(told.get(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void callerThatGivesUpIsAnsweredAtOnceAndTheServerIsTold() throws Exception {
    try (TestServer server = TestServer.of(never);
        TestClient client = TestClient.plain()) {
      Cancellation cancellation = new Cancellation();
      CompletableFuture<Response> stage =
          client
              .wire(server.port())
              .send(TestClient.request(Echo.ECHO, "", cancellation))
              .toCompletableFuture();
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      cancellation.cancel(Cancellation.Reason.CALLER);
      assertThat(stage).isDone();
      assertThat(stage.join().failure().code()).isEqualTo(Code.CANCELLED);
      assertThat(stage.join().failure().message()).contains("127.0.0.1:" + server.port());
      assertThat(told.get(20, TimeUnit.SECONDS)).isEqualTo(Cancellation.Reason.CALLER);
    }
  }

  @Test
  void callerThatHasGivenUpSendsNothing() throws Exception {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel(Cancellation.Reason.CALLER);
    try (TestServer server = TestServer.of(never);
        TestClient client = TestClient.plain()) {
      Response response =
          TestClient.send(
              client.wire(server.port()), TestClient.request(Echo.ECHO, "", cancellation));
      assertThat(response.failure().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(begun.getCount()).isOne();
    }
  }

  @Test
  void foreignClientsTimeoutIsHeld() throws Exception {
    try (TestServer server = TestServer.of(never);
        Raw raw = new Raw(server.port())) {
      assertThatThrownBy(
              () ->
                  ClientCalls.blockingUnaryCall(
                      raw.channel(),
                      Raw.method(Echo.ECHO.path()),
                      CallOptions.DEFAULT.withDeadlineAfter(1_500, TimeUnit.MILLISECONDS),
                      new byte[0]))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
      assertThat(told.get(20, TimeUnit.SECONDS)).isNotNull();
    }
  }

  private static Request request(Deadline deadline, Cancellation cancellation) {
    return Request.of(
        Echo.ECHO, Payload.of(Echo.ECHO.request(), ""), Metadata.EMPTY, deadline, cancellation);
  }
}
