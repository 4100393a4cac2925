package dev.farcall.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Handler;
import dev.farcall.call.Layer;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.ServedServices;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What passes a server's interceptors. */
@Timeout(60)
final class InterceptTest {

  private static final Operation<String, String> NOTHING =
      Operation.unary(Echo.ECHO.service(), "Nothing", Echo.ECHO.request(), Echo.ECHO.response())
          .build();

  private final Handler<String, String> known = Handler.blocking(Echo.ECHO, (text, call) -> text);
  private final Queue<Request> seen = new ConcurrentLinkedQueue<>();

  private Failure callUnknown(Layer interceptors) throws Exception {
    try (TestServer server = TestServer.behind(interceptors, known);
        TestClient client = TestClient.plain()) {
      Request request = TestClient.request(NOTHING, "").withMetadata(Metadata.of("x-tenant", "a"));
      return TestClient.send(client.wire(server.port()), request).failure();
    }
  }

  @Test
  void aCallIsSeenAsItsOperation() throws Exception {
    Layer watching =
        next ->
            request -> {
              seen.add(request);
              return next.send(request);
            };
    try (TestServer server = TestServer.behind(watching, known);
        TestClient client = TestClient.plain()) {
      Response answer =
          TestClient.send(client.wire(server.port()), TestClient.request(Echo.ECHO, "a"));
      assertThat(answer.failure()).isNull();
    }
    assertThat(seen).singleElement().extracting(Request::operation).isEqualTo(Echo.ECHO);
  }

  @Test
  void anUnknownMethodIsSeenAsNoCall() throws Exception {
    Failure failure =
        callUnknown(
            next ->
                request -> {
                  seen.add(request);
                  return next.send(request);
                });
    assertThat(failure.code()).isEqualTo(Code.UNIMPLEMENTED);
    assertThat(failure.message()).contains("no such method");
    Request request = seen.remove();
    assertThat(seen).isEmpty();
    assertThat(request.operation()).isEqualTo(ServedServices.NO_CALL);
    assertThat(request.metadata().get("x-tenant")).isEqualTo("a");
    assertThat(request.origin().address().getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void strangersAreNotToldWhatIsServed() throws Exception {
    Failure refused = Failure.of(Outcome.REFUSED, Code.UNAUTHENTICATED, "who are you?");
    Failure failure =
        callUnknown(next -> request -> CompletableFuture.completedFuture(Response.failed(refused)));
    assertThat(failure.code()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(failure.message()).contains("who are you?");
  }

  @Test
  void anInterceptorThatThrowsIsAnInternalErrorWithoutItsText() throws Exception {
    Failure failure =
        callUnknown(
            next ->
                request -> {
                  throw new IllegalStateException("secret");
                });
    assertThat(failure.code()).isEqualTo(Code.INTERNAL);
    assertThat(failure.message()).doesNotContain("secret");
  }
}
