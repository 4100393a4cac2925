package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a port opens and closes. */
@Timeout(60)
final class DrainTest {

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final Handler<String, String> slow =
      Handler.async(
          Echo.ECHO,
          (text, context) -> {
            begun.countDown();
            return answer;
          });

  private CompletableFuture<Response> begin(TestServer server, TestClient client)
      throws InterruptedException {
    Channel wire = client.wire(server.port());
    CompletableFuture<Response> stage =
        wire.send(TestClient.request(Echo.ECHO, "")).toCompletableFuture();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    return stage;
  }

  @Test
  void callsInFlightFinishWhileNewOnesAreRefused() throws Exception {
    try (TestServer server = TestServer.of(slow);
        TestClient client = TestClient.plain();
        TestClient late = TestClient.plain()) {
      CompletableFuture<Response> stage = begin(server, client);
      server.running().refuse();
      assertThat(server.running().awaitDrained(TimeUnit.MILLISECONDS.toNanos(50))).isFalse();
      Response refused =
          TestClient.send(late.wire(server.port()), TestClient.request(Echo.ECHO, ""));
      assertThat(refused.failure().code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(refused.failure().outcome()).isEqualTo(Outcome.NEVER_SENT);
      answer.complete("done");
      assertThat(stage.get(20, TimeUnit.SECONDS).payload().value(Echo.ECHO.response()))
          .isEqualTo("done");
      assertThat(server.running().awaitDrained(TimeUnit.SECONDS.toNanos(20))).isTrue();
    }
  }

  @Test
  void closingEndsWhatIsInFlight() throws Exception {
    TestServer server = TestServer.of(slow);
    try (TestClient client = TestClient.plain()) {
      CompletableFuture<Response> stage = begin(server, client);
      server.close();
      Failure failure = stage.get(20, TimeUnit.SECONDS).failure();
      assertThat(failure.outcome()).isIn(Outcome.SERVER_ERROR, Outcome.CONNECTION_LOST);
      assertThat(failure.message()).contains("127.0.0.1:" + server.port());
    }
  }

  @Test
  void portThatIsTakenIsNamedWithTheCure() throws Exception {
    try (TestServer first = TestServer.of(slow)) {
      assertThatThrownBy(() -> TestServer.at(TestListeners.ofEngine().plain(first.port()), slow))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("cannot listen on 127.0.0.1:" + first.port())
          .hasMessageContaining("choose another");
    }
  }

  @Test
  void portIsFreeAgainAfterClosing() throws Exception {
    int port = FreePort.find();
    TestServer.at(TestListeners.ofEngine().plain(port), slow).close();
    try (TestServer second = TestServer.at(TestListeners.ofEngine().plain(port), slow)) {
      assertThat(second.port()).isEqualTo(port);
    }
  }
}
