package dev.farcall.benchmarks.call;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * The engine without us: echoes the frame of a unary call of gRPC and knows nothing of its content.
 * What is more than its time is our doing.
 */
final class BareVertx {

  private BareVertx() {}

  static Peers.Running start() {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
                .setPreferNativeTransport(false));
    HttpServer server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(0)
                    .setInitialSettings(new Http2Settings().setInitialWindowSize(1 << 20)))
            .requestHandler(BareVertx::echo)
            .listen()
            .await();
    return new Peers.Running(
        server.actualPort(),
        () -> {
          var unused = vertx.close();
        });
  }

  private static void echo(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            frame -> {
              request.response().putHeader("content-type", "application/grpc");
              request.response().putTrailer("grpc-status", "0");
              request.response().end(frame);
            });
  }
}
