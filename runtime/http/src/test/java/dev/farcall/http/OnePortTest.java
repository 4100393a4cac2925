package dev.farcall.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.Farcall;
import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import dev.farcall.grpc.Grpc;
import dev.farcall.grpc.Raw;
import dev.farcall.protocol.Envelope;
import dev.farcall.spi.Interceptor;
import dev.farcall.spi.Listener;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All protocols on one port, and gRPC on it as on the port of grpc-java: the same interceptors, the
 * same health, the same reflection.
 */
@Timeout(60)
final class OnePortTest {

  private static final String ECHO = "test.Notes/Echo";
  private static final String JSON = "application/json";
  private static final String WEB = "application/grpc-web+proto";
  private static final byte[] NOTE = EnvelopedClient.text("a");
  private static final byte[] NOTHING = {};
  private static final byte[] LIST_SERVICES = {7 << 3 | 2, 0};
  private static final byte[] SERVING = {1 << 3, 1};

  private final Queue<String> seen = new ConcurrentLinkedQueue<>();

  private final Interceptor watching =
      (request, next) -> {
        seen.add(request.origin().protocol() + " " + request.operation().path());
        return next.send(request);
      };

  private final Interceptor refusing =
      (request, next) ->
          CompletableFuture.completedFuture(
              Response.failed(Failure.of(Outcome.REFUSED, Code.UNAUTHENTICATED, "who are you?")));

  private enum Engine {
    HTTP,
    GRPC_JAVA
  }

  private static TestPort open(Engine engine, Interceptor interceptor) {
    Listener listener =
        engine == Engine.HTTP ? Http.port(0).host("127.0.0.1") : Grpc.port(0).host("127.0.0.1");
    return TestPort.on(Farcall.server().listen(listener).intercept(interceptor).reflection(true));
  }

  private static EnvelopedClient.Answer web(TestPort port) throws Exception {
    return new EnvelopedClient(port.port(), Version.HTTP_1_1)
        .post(ECHO, WEB, EnvelopedClient.envelopes(NOTE));
  }

  private static String trailers(EnvelopedClient.Answer answer) throws Exception {
    Envelope last = answer.envelopes().get(answer.envelopes().size() - 1);
    return new String(last.message(), UTF_8);
  }

  @Test
  void everyProtocolIsAnsweredAndPassesTheInterceptors() throws Exception {
    try (TestPort port = open(Engine.HTTP, watching);
        Raw grpc = new Raw(port.port())) {
      assertThat(port.get("/notes/a").body()).contains("\"id\":\"a\"");
      assertThat(port.post("/" + ECHO, JSON, "{\"id\":\"a\"}").body()).isEqualTo("{\"id\":\"a\"}");
      assertThat(grpc.call(ECHO, NOTE)).isEqualTo(NOTE);
      EnvelopedClient.Answer web = web(port);
      assertThat(web.envelopes().get(0).message()).isEqualTo(NOTE);
      assertThat(trailers(web)).contains("grpc-status:0");
      assertThat(port.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(port.get("/nowhere").statusCode()).isEqualTo(404);
    }
    assertThat(seen)
        .containsExactly(
            "rest " + ECHO,
            "connect " + ECHO,
            "grpc " + ECHO,
            "grpc-web " + ECHO,
            "http farcall/NoCall",
            "http farcall/NoCall");
  }

  @Test
  void whoIsRefusedIsRefusedOverEveryProtocol() throws Exception {
    try (TestPort port = open(Engine.HTTP, refusing);
        Raw grpc = new Raw(port.port())) {
      HttpResponse<String> rest = port.get("/notes/a");
      assertThat(rest.statusCode()).isEqualTo(401);
      assertThat(rest.body()).contains("who are you?");
      HttpResponse<String> connect = port.post("/" + ECHO, JSON, "{}");
      assertThat(connect.statusCode()).isEqualTo(401);
      assertThat(connect.body()).contains("unauthenticated", "who are you?");
      assertThat(status(grpc, ECHO).getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
      EnvelopedClient.Answer web = web(port);
      String status = web.header("grpc-status");
      assertThat(status == null ? trailers(web) : "grpc-status:" + status)
          .contains("grpc-status:16");
    }
  }

  private static Status status(Raw grpc, String path) {
    return catchThrowableOfType(StatusRuntimeException.class, () -> grpc.call(path, NOTE))
        .getStatus();
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void grpcIsTheSameOnBothEngines(Engine engine) throws Exception {
    try (TestPort port = open(engine, watching);
        Raw grpc = new Raw(port.port())) {
      assertThat(grpc.call(ECHO, NOTE)).isEqualTo(NOTE);
      assertThat(seen).containsExactly("grpc " + ECHO);
      assertThat(grpc.call("grpc.health.v1.Health/Check", NOTHING)).isEqualTo(SERVING);
      byte[] services =
          grpc.call("grpc.reflection.v1.ServerReflection/ServerReflectionInfo", LIST_SERVICES);
      assertThat(new String(services, UTF_8)).contains("test.Notes", "grpc.health.v1.Health");
      seen.clear();
      Status method = status(grpc, "test.Notes/Nothing");
      assertThat(method.getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
      assertThat(method.getDescription())
          .isEqualTo("test.Notes/Nothing: the service has no such method");
      assertThat(status(grpc, "test.Nowhere/Nothing").getDescription())
          .isEqualTo("test.Nowhere/Nothing: there is no such service here");
      assertThat(seen).containsExactly("grpc farcall/NoCall", "grpc farcall/NoCall");
    }
  }
}
