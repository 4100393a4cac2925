package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.CallException;
import dev.farcall.call.Channel;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.EventLoopThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class UnaryCallTest {

  private static final Handler<String, String> ECHO =
      Handler.blocking(Echo.ECHO, (text, context) -> text);

  @Test
  void blockingCallGetsItsAnswer() throws Exception {
    try (TestServer server = TestServer.of(ECHO);
        TestClient client = TestClient.plain()) {
      assertThat(client.caller(server.port(), Echo.ECHO).call("grüße")).isEqualTo("grüße");
    }
  }

  @Test
  void handlersThatDoNotBlockRunOnTheEventLoopAndAsyncCallsCompleteThere() throws Exception {
    Handler<String, String> handler =
        Handler.nonBlocking(
            Echo.ECHO, (text, context) -> "" + (Thread.currentThread() instanceof EventLoopThread));
    try (TestServer server = TestServer.of(handler);
        TestClient client = TestClient.plain()) {
      CompletableFuture<Boolean> completedThere =
          client
              .caller(server.port(), Echo.ECHO)
              .start("")
              .thenApply(
                  answer ->
                      answer.equals("true") && Thread.currentThread() instanceof EventLoopThread);
      assertThat(completedThere.get(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void emptyAndLargeMessagesArriveAsTheyAre() throws Exception {
    String large = "x".repeat(TestServer.MAX_MESSAGE_BYTES - 16);
    try (TestServer server = TestServer.of(ECHO);
        TestClient client = TestClient.plain()) {
      assertThat(client.caller(server.port(), Echo.ECHO).call("")).isEmpty();
      assertThat(client.caller(server.port(), Echo.ECHO).call(large)).isEqualTo(large);
    }
  }

  @Test
  void tenThousandCallsAtATimeShareOneConnection() throws Exception {
    int calls = 10_000;
    CountDownLatch all = new CountDownLatch(calls);
    CompletableFuture<Void> go = new CompletableFuture<>();
    Handler<String, String> handler =
        Handler.async(
            Echo.ECHO,
            (text, context) -> {
              all.countDown();
              return go.thenApply(ignored -> text);
            });
    try (TestServer server = TestServer.of(handler);
        TestClient client = TestClient.plain()) {
      Channel wire = client.wire(server.port());
      List<CompletableFuture<Response>> answers = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        Request request = TestClient.request(Echo.ECHO, "call " + i);
        answers.add(wire.send(request).toCompletableFuture());
      }
      assertThat(all.await(60, TimeUnit.SECONDS)).isTrue();
      go.complete(null);
      for (int i = 0; i < calls; i++) {
        Response answer = answers.get(i).get(60, TimeUnit.SECONDS);
        assertThat(answer.payload().value(Echo.ECHO.response())).isEqualTo("call " + i);
      }
    }
  }

  @Test
  void metadataGoesThere() throws Exception {
    Handler<String, String> handler =
        Handler.blocking(
            Echo.ECHO,
            (text, context) -> {
              Metadata metadata = CallContext.current().metadata();
              return metadata.all("tenant") + " " + metadata.getBytes("trace-bin").length;
            });
    Metadata metadata =
        Metadata.of("tenant", "a").with("tenant", "b, c").withBytes("trace-bin", new byte[] {1, 2});
    try (TestServer server = TestServer.of(handler);
        TestClient client = TestClient.plain()) {
      assertThat(client.caller(server.port(), Echo.ECHO).call("", metadata))
          .isEqualTo("[a, b, c] 2");
    }
  }

  @Test
  void metadataComesBackWithTheProtocolsOwnNamesLeftOut() throws Exception {
    Metadata sent =
        Metadata.of("served-by", "one")
            .withBytes("seal-bin", new byte[] {9})
            .with("grpc-status", "13")
            .with("user-agent", "me");
    Channel answer =
        request ->
            CompletableFuture.completedFuture(
                Response.of(Payload.of(Echo.ECHO.response(), "hello"), sent));
    try (TestServer server = TestServer.of(Handler.raw(Echo.ECHO, answer));
        TestClient client = TestClient.plain()) {
      Response response =
          TestClient.send(client.wire(server.port()), TestClient.request(Echo.ECHO, ""));
      assertThat(response.headers())
          .isEqualTo(Metadata.of("served-by", "one").withBytes("seal-bin", new byte[] {9}));
      assertThat(response.payload().value(Echo.ECHO.response())).isEqualTo("hello");
    }
  }

  @Test
  void declaredErrorIsThrownAsItself() throws Exception {
    Handler<String, String> handler =
        Handler.blocking(
            Echo.ECHO,
            (text, context) -> {
              throw new Echo.Refused(text);
            });
    try (TestServer server = TestServer.of(handler);
        TestClient client = TestClient.plain()) {
      assertThatThrownBy(() -> client.caller(server.port(), Echo.ECHO).call("this"))
          .isInstanceOfSatisfying(Echo.Refused.class, e -> assertThat(e.what()).isEqualTo("this"));
    }
  }

  @Test
  void callExceptionOfTheServiceArrivesWithCodeAndMessage() throws Exception {
    String message = "50 % of näyttö\nis \"left\"";
    Handler<String, String> handler =
        Handler.blocking(
            Echo.ECHO,
            (text, context) -> {
              throw new CallException(Code.FAILED_PRECONDITION, message);
            });
    try (TestServer server = TestServer.of(handler);
        TestClient client = TestClient.plain()) {
      assertThatThrownBy(() -> client.caller(server.port(), Echo.ECHO).call(""))
          .isInstanceOfSatisfying(
              CallException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.FAILED_PRECONDITION);
                assertThat(e.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(e.detailMessage()).isEqualTo(message);
              });
    }
  }

  @Test
  void anyOtherExceptionIsInternalWithAnIdAndNothingElse() throws Exception {
    Handler<String, String> handler =
        Handler.blocking(
            Echo.ECHO,
            (text, context) -> {
              throw new IllegalStateException("secret");
            });
    try (TestServer server = TestServer.of(handler);
        TestClient client = TestClient.plain()) {
      assertThatThrownBy(() -> client.caller(server.port(), Echo.ECHO).call(""))
          .isInstanceOfSatisfying(
              CallException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.INTERNAL);
                assertThat(e.errorId()).isNotBlank();
                assertThat(e.getMessage()).doesNotContain("secret", "IllegalState");
              });
    }
  }
}
