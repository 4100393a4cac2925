package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are not there, go away, and come back. */
@Timeout(60)
final class ReachTest {

  private static final Handler<String, String> ECHO =
      Handler.nonBlocking(Echo.ECHO, (text, context) -> text);

  @Test
  void serverThatIsNotThereIsNamedAndTheCallProvablyNeverLeft() throws Exception {
    int port = FreePort.find();
    try (TestClient client = TestClient.plain()) {
      Failure failure =
          TestClient.send(client.wire(port), TestClient.request(Echo.ECHO, "")).failure();
      assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(failure.outcome()).isEqualTo(Outcome.NEVER_SENT);
      assertThat(failure.message())
          .startsWith("cannot reach 127.0.0.1:" + port)
          .containsIgnoringCase("refused");
      assertThat(failure.cause()).isNotNull();
    }
  }

  @Test
  void hostThatIsUnknownIsNamed() throws Exception {
    try (TestClient client = TestClient.plain()) {
      Channel wire = client.wire("no-such-host.invalid", 9090);
      Failure failure = TestClient.send(wire, TestClient.request(Echo.ECHO, "")).failure();
      assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(failure.outcome()).isEqualTo(Outcome.NEVER_SENT);
      assertThat(failure.message())
          .isEqualTo("cannot reach no-such-host.invalid:9090: unknown host");
    }
  }

  @Test
  void serverThatIsKilledDuringACallMayHaveSeenIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Handler<String, String> never =
        Handler.async(
            Echo.ECHO,
            (text, context) -> {
              begun.countDown();
              return new CompletableFuture<>();
            });
    try (TestServer server = TestServer.of(never);
        TcpProxy proxy = new TcpProxy(server.port());
        TestClient client = TestClient.plain()) {
      CompletableFuture<Response> stage =
          client.wire(proxy.port()).send(TestClient.request(Echo.ECHO, "")).toCompletableFuture();
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      proxy.kill();
      Failure failure = stage.get(20, TimeUnit.SECONDS).failure();
      assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(failure.outcome()).isEqualTo(Outcome.CONNECTION_LOST);
      assertThat(failure.message()).startsWith("lost the connection to 127.0.0.1:" + proxy.port());
    }
  }

  @Test
  void clientThatFallsSilentIsGivenUpByKeepAlive() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Cancellation.Reason> told = new CompletableFuture<>();
    Handler<String, String> never =
        Handler.async(
            Echo.ECHO,
            (text, context) -> {
              context.cancellation().onCancel(told::complete);
              begun.countDown();
              return new CompletableFuture<>();
            });
    Grpc listener = Grpc.port(0).keepAlive(Duration.ofSeconds(1), Duration.ofSeconds(1));
    try (TestServer server = TestServer.on(listener, never);
        TcpProxy proxy = new TcpProxy(server.port());
        TestClient client = TestClient.plain()) {
      CompletableFuture<Response> stage =
          client.wire(proxy.port()).send(TestClient.request(Echo.ECHO, "")).toCompletableFuture();
      assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
      proxy.stall();
      assertThat(told.get(30, TimeUnit.SECONDS)).isEqualTo(Cancellation.Reason.CALLER);
      assertThat(stage).isNotDone();
    }
  }

  @Test
  void serverThatComesBackIsFoundSoon() throws Exception {
    int port = FreePort.find();
    try (TestClient client = TestClient.plain()) {
      Channel wire = client.wire(port);
      assertThat(TestClient.send(wire, TestClient.request(Echo.ECHO, "")).failure()).isNotNull();
      try (TestServer server = TestServer.on(Grpc.port(port), ECHO)) {
        assertThat(server.port()).isEqualTo(port);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Failure failure;
        do {
          failure = TestClient.send(wire, TestClient.request(Echo.ECHO, "")).failure();
        } while (failure != null && System.nanoTime() - end < 0);
        assertThat(failure).isNull();
      }
    }
  }

  @Test
  void closedClientFailsItsCalls() throws Exception {
    Handler<String, String> never =
        Handler.async(Echo.ECHO, (text, context) -> new CompletableFuture<>());
    try (TestServer server = TestServer.of(never)) {
      TestClient client = TestClient.plain();
      CompletableFuture<Response> stage =
          client.wire(server.port()).send(TestClient.request(Echo.ECHO, "")).toCompletableFuture();
      client.close();
      Failure failure = stage.get(20, TimeUnit.SECONDS).failure();
      assertThat(failure.outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(failure.message()).contains("closed on this side");
    }
  }
}
