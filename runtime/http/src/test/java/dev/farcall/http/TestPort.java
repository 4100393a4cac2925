package dev.farcall.http;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A server of {@link Notes} on loopback and a client that knows it. */
final class TestPort implements AutoCloseable {

  final Notes notes = new Notes();
  final Server server;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private TestPort(ServerBuilder builder) {
    this.server = builder.serve(notes).start();
  }

  static TestPort open() {
    return open(http -> http);
  }

  static TestPort open(UnaryOperator<Http> configure) {
    return on(
        Farcall.server()
            .maxMessageBytes(256 << 10)
            .listen(configure.apply(Http.port(0).host("127.0.0.1"))));
  }

  static TestPort on(ServerBuilder builder) {
    return new TestPort(builder);
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String target) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + target))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> get(String target) throws IOException, InterruptedException {
    return send(request(target));
  }

  HttpResponse<String> post(String target, String type, String body)
      throws IOException, InterruptedException {
    return send(request(target).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    server.stop(Duration.ofSeconds(5));
  }
}
