package dev.farcall.benchmarks.http;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.farcall.benchmarks.codec.Order;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Callable;

/**
 * The shop by hand on Vert.x and Jackson, one verticle for each core; with {@code native} as the
 * argument on the system's own transport.
 */
final class VertxServer extends VerticleBase {

  private static final ObjectWriter USER = Json.MAPPER.writerFor(User.class);
  private static final ObjectWriter ORDER = Json.MAPPER.writerFor(Order.class);
  private static final ObjectReader READ_ORDER = Json.MAPPER.readerFor(Order.class);
  private static final String USERS = "/users/";

  private final boolean blocking;
  private final int port;

  private VertxServer(boolean blocking, int port) {
    this.blocking = blocking;
    this.port = port;
  }

  public static void main(String[] args) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(cores)
                .setPreferNativeTransport(args[0].equals("native")));
    int port = freePort();
    boolean blocking = Serving.blocking(args);
    vertx
        .deployVerticle(
            () -> new VertxServer(blocking, port), new DeploymentOptions().setInstances(cores))
        .await();
    Serving.serve(port);
    vertx.close().await();
  }

  /** The verticles share it, so it must be known before the first listens. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public Future<HttpServer> start() {
    return vertx
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
        .requestHandler(this::handle)
        .listen();
  }

  private void handle(HttpServerRequest request) {
    String path = request.path();
    if (request.method().equals(HttpMethod.GET) && path.startsWith(USERS)) {
      answer(request, () -> USER.writeValueAsBytes(User.of(path.substring(USERS.length()))));
    } else if (request.method().equals(HttpMethod.POST) && path.equals("/orders")) {
      request
          .body()
          .onSuccess(
              body ->
                  answer(
                      request,
                      () -> {
                        Order order = READ_ORDER.readValue(body.getBytes());
                        return ORDER.writeValueAsBytes(order);
                      }));
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  private void answer(HttpServerRequest request, Callable<byte[]> method) {
    if (blocking) {
      vertx
          .executeBlocking(method, false)
          .onSuccess(body -> send(request, body))
          .onFailure(failure -> request.response().setStatusCode(500).end());
      return;
    }
    try {
      send(request, method.call());
    } catch (Exception e) {
      request.response().setStatusCode(400).end();
    }
  }

  private static void send(HttpServerRequest request, byte[] body) {
    request.response().putHeader("content-type", "application/json").end(Buffer.buffer(body));
  }
}
