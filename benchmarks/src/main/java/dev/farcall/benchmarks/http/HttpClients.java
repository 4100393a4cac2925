package dev.farcall.benchmarks.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/** The libraries, each as a user in a hurry for speed would set it up, each with its own pool. */
enum HttpClients {
  VERTX_H1 {
    @Override
    Posting open(int port) {
      return new OnVertx(HttpVersion.HTTP_1_1, false, port);
    }
  },
  VERTX_H1_ONE_LOOP {
    @Override
    Posting open(int port) {
      return new OnVertx(HttpVersion.HTTP_1_1, true, port);
    }
  },
  VERTX_H2C {
    @Override
    Posting open(int port) {
      return new OnVertx(HttpVersion.HTTP_2, false, port);
    }
  },
  VERTX_H2C_ONE_LOOP {
    @Override
    Posting open(int port) {
      return new OnVertx(HttpVersion.HTTP_2, true, port);
    }
  },
  OKHTTP_H1 {
    @Override
    Posting open(int port) {
      return new OnOkHttp(Protocol.HTTP_1_1, port);
    }
  },
  OKHTTP_H2C {
    @Override
    Posting open(int port) {
      return new OnOkHttp(Protocol.H2_PRIOR_KNOWLEDGE, port);
    }
  },
  APACHE_H1 {
    @Override
    Posting open(int port) {
      return new OnApache(port);
    }
  };

  static final int CONNECTIONS = 32;

  abstract Posting open(int port);

  /** A blocking call: JSON there, JSON back. */
  interface Posting extends AutoCloseable {
    byte[] post(byte[] body) throws IOException;

    @Override
    void close();
  }

  /** Completed on the event loop; the caller waits for the completion, as our stubs do. */
  private static final class OnVertx implements Posting {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClientAgent client;
    private final RequestOptions request;
    private final @Nullable Context loop;

    /**
     * @param oneLoop whether all runs on one event loop, that of the connections; else each calling
     *     thread is given a loop of its own, and every step hops between two
     */
    OnVertx(HttpVersion version, boolean oneLoop, int port) {
      loop = oneLoop ? ((VertxInternal) vertx).createEventLoopContext() : null;
      HttpClientOptions options =
          new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false);
      client =
          vertx
              .httpClientBuilder()
              .with(options)
              .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS).setHttp2MaxSize(1))
              .build();
      request =
          new RequestOptions()
              .setMethod(HttpMethod.POST)
              .setHost("127.0.0.1")
              .setPort(port)
              .setURI("/echo")
              .putHeader("content-type", "application/json");
    }

    @Override
    public byte[] post(byte[] body) throws IOException {
      CompletableFuture<byte[]> answer = new CompletableFuture<>();
      if (loop == null) {
        send(body, answer);
      } else {
        loop.runOnContext(on -> send(body, answer));
      }
      try {
        return answer.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IOException(e);
      }
    }

    private void send(byte[] body, CompletableFuture<byte[]> answer) {
      client
          .request(request)
          .compose(to -> to.send(Buffer.buffer(body)))
          .compose(HttpClientResponse::body)
          .onComplete(read -> finish(answer, read));
    }

    private static void finish(
        CompletableFuture<byte[]> answer, io.vertx.core.AsyncResult<Buffer> read) {
      if (read.succeeded()) {
        answer.complete(read.result().getBytes());
      } else {
        answer.completeExceptionally(read.cause());
      }
    }

    @Override
    public void close() {
      Future<Void> closed = vertx.close();
      closed.await();
    }
  }

  private static final class OnOkHttp implements Posting {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final String url;

    OnOkHttp(Protocol protocol, int port) {
      client =
          new OkHttpClient.Builder()
              .protocols(List.of(protocol))
              .connectionPool(
                  new ConnectionPool(CONNECTIONS, 5, java.util.concurrent.TimeUnit.MINUTES))
              .build();
      url = "http://127.0.0.1:" + port + "/echo";
    }

    @Override
    public byte[] post(byte[] body) throws IOException {
      Request request = new Request.Builder().url(url).post(RequestBody.create(body, JSON)).build();
      try (Response response = client.newCall(request).execute()) {
        return response.body().bytes();
      }
    }

    @Override
    public void close() {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  private static final class OnApache implements Posting {
    private final CloseableHttpClient client;
    private final String url;

    OnApache(int port) {
      client =
          HttpClientBuilder.create()
              .setConnectionManager(
                  PoolingHttpClientConnectionManagerBuilder.create()
                      .setMaxConnPerRoute(CONNECTIONS)
                      .setMaxConnTotal(CONNECTIONS)
                      .build())
              .build();
      url = "http://127.0.0.1:" + port + "/echo";
    }

    @Override
    public byte[] post(byte[] body) throws IOException {
      HttpPost request = new HttpPost(url);
      request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
      return client.execute(request, response -> EntityUtils.toByteArray(response.getEntity()));
    }

    @Override
    public void close() {
      client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
    }
  }
}
