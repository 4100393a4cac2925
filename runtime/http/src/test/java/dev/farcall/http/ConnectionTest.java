package dev.farcall.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.Farcall;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ConnectionTest {

  @Test
  void a_client_that_goes_away_cancels_its_call() throws Exception {
    try (TestPort port = TestPort.open()) {
      try (RawClient client = new RawClient(port.port())) {
        client.send("GET /waiting/a HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(port.notes.waiting.await(20, SECONDS)).isTrue();
      }
      assertThat(port.notes.cancelled.await(20, SECONDS)).isTrue();
    }
  }

  @Test
  void a_stop_lets_calls_in_flight_end_and_takes_no_more() throws Exception {
    TestPort port = TestPort.open();
    CompletableFuture<HttpResponse<String>> inFlight =
        port.client().sendAsync(port.request("/waiting/a").build(), BodyHandlers.ofString());
    assertThat(port.notes.waiting.await(20, SECONDS)).isTrue();
    CompletableFuture<Void> stopped =
        CompletableFuture.runAsync(() -> port.server.stop(Duration.ofSeconds(20)));
    awaitRefusal(port);
    assertThat(stopped).isNotDone();
    port.notes.answer.complete(new Note("a", "late", 0));
    HttpResponse<String> answer = inFlight.get(20, SECONDS);
    assertThat(answer.body()).contains("late");
    assertThat(answer.headers().firstValue("connection")).contains("close");
    stopped.get(20, SECONDS);
  }

  private static void awaitRefusal(TestPort port) throws Exception {
    long end = System.nanoTime() + SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      try (RawClient client = new RawClient(port.port())) {
        client.send("GET /notes/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        if (client.readAll().isEmpty()) {
          return;
        }
      } catch (SocketException refused) {
        return; // or reset, if it waited to be accepted when the port was closed
      }
    }
    throw new AssertionError("the server takes connections (expected: none after it was stopped)");
  }

  @Test
  void grpc_has_its_short_form_and_http_too() throws Exception {
    try (TestPort port = TestPort.on(Farcall.server().http(0))) {
      assertThat(port.get("/notes/a").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void a_port_that_is_taken_is_told() {
    try (TestPort port = TestPort.open()) {
      assertThatThrownBy(
              () ->
                  Farcall.server()
                      .listen(Http.port(port.port()).host("127.0.0.1"))
                      .serve(new Notes())
                      .start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("127.0.0.1:" + port.port());
    }
  }

  @Test
  void no_more_connections_are_held_than_allowed() throws Exception {
    try (TestPort port = TestPort.open(http -> http.maxConnections(1))) {
      try (RawClient first = new RawClient(port.port())) {
        first.send("GET /notes/a HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(first.readUntil("}")).contains("200 OK");
        assertThat(RawClient.ask(port.port(), "GET /notes/a HTTP/1.1\r\nHost: a\r\n\r\n"))
            .isEmpty();
      }
    }
  }

  @Test
  void long_answers_are_compressed_for_those_who_take_it() throws Exception {
    try (TestPort port = TestPort.open(Http::gzip)) {
      HttpResponse<byte[]> small =
          port.client()
              .send(
                  port.request("/notes/long").header("Accept-Encoding", "br, gzip;q=0.5").build(),
                  BodyHandlers.ofByteArray());
      assertThat(small.headers().firstValue("content-encoding")).contains("gzip");
      assertThat(small.headers().allValues("vary").toString())
          .containsIgnoringCase("accept-encoding");
      assertThat(small.body().length).isLessThan(2000);
      assertThat(dev.farcall.protocol.Gzip.inflate(small.body(), 200_000).length)
          .isGreaterThan(100_000);
      HttpResponse<String> whole =
          port.send(port.request("/notes/long").header("Accept-Encoding", "gzip;q=0"));
      assertThat(whole.headers().firstValue("content-encoding")).isEmpty();
      assertThat(whole.body()).hasSizeGreaterThan(100_000);
    }
  }

  @Test
  void pages_of_allowed_origins_may_call() throws Exception {
    Cors cors = Cors.origins("https://shop.example").credentials();
    try (TestPort port = TestPort.open(http -> http.cors(cors))) {
      try (RawClient client = new RawClient(port.port())) {
        client.send(
            String.join(
                "\r\n",
                "OPTIONS /notes HTTP/1.1",
                "Host: a",
                "Origin: https://shop.example",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type",
                "Connection: close",
                "",
                ""));
        assertThat(client.readAll())
            .startsWith("HTTP/1.1 204 ")
            .containsIgnoringCase("access-control-allow-origin: https://shop.example\r\n")
            .containsIgnoringCase("access-control-allow-credentials: true\r\n")
            .containsIgnoringCase("access-control-allow-headers: content-type\r\n")
            .containsIgnoringCase("access-control-max-age: 600\r\n")
            .containsIgnoringCase("vary: origin\r\n");
      }
      HttpResponse<String> answer =
          port.send(port.request("/notes/a").header("Origin", "https://shop.example"));
      assertThat(answer.headers().firstValue("access-control-allow-origin"))
          .contains("https://shop.example");
      HttpResponse<String> other =
          port.send(port.request("/notes/a").header("Origin", "https://evil.example"));
      assertThat(other.headers().firstValue("access-control-allow-origin")).isEmpty();
      assertThat(other.headers().allValues("vary")).contains("origin");
      HttpResponse<String> refused =
          port.send(
              port.request("/notes/a")
                  .header("Origin", "https://evil.example")
                  .header("Access-Control-Request-Method", "POST")
                  .method("OPTIONS", BodyPublishers.noBody()));
      assertThat(refused.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void credentials_for_any_origin_are_a_mistake() {
    assertThatThrownBy(() -> Cors.anyOrigin().credentials())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Cors.origins");
  }
}
