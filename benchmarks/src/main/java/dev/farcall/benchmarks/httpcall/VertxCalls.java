package dev.farcall.benchmarks.httpcall;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Requests by the client of Vert.x, over at most 64 connections of HTTP/1.1. */
final class VertxCalls {

  private static final int CONNECTIONS = 64;

  private final HttpClient client;
  private final @Nullable Context loop;
  private final int port;

  /**
   * @param oneLoop whether all runs on one event loop; else each calling thread is given one of its
   *     own, and every step hops between that and the connection's
   */
  VertxCalls(Vertx vertx, boolean oneLoop, int port) {
    this.port = port;
    loop = oneLoop ? vertx.getOrCreateContext() : null;
    client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  /** The body of the answer; fails if that is none of success. */
  CompletableFuture<byte[]> get(String path) {
    return call(HttpMethod.GET, path, HttpClientRequest::send);
  }

  /** The same. */
  CompletableFuture<byte[]> post(String path, byte[] body) {
    return call(
        HttpMethod.POST,
        path,
        request -> request.putHeader("content-type", "application/json").send(Buffer.buffer(body)));
  }

  private CompletableFuture<byte[]> call(
      HttpMethod method,
      String path,
      Function<HttpClientRequest, Future<HttpClientResponse>> sending) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setHost("127.0.0.1").setPort(port).setURI(path);
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    if (loop == null) {
      send(options, sending, answer);
    } else {
      loop.runOnContext(on -> send(options, sending, answer));
    }
    return answer;
  }

  private void send(
      RequestOptions options,
      Function<HttpClientRequest, Future<HttpClientResponse>> sending,
      CompletableFuture<byte[]> answer) {
    client
        .request(options)
        // Asked for on the loop of the connection, since elsewhere the body may have passed by.
        .compose(request -> sending.apply(request).compose(VertxCalls::body))
        .onComplete(read -> finish(answer, read));
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body()
        : Future.failedFuture("status " + response.statusCode() + " (expected: 200)");
  }

  private static void finish(CompletableFuture<byte[]> answer, AsyncResult<Buffer> read) {
    if (read.succeeded()) {
      answer.complete(read.result().getBytes());
    } else {
      answer.completeExceptionally(read.cause());
    }
  }
}
