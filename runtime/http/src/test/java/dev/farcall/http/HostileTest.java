package dev.farcall.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.protocol.Gzip;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After each of them the next request is answered. */
class HostileTest {

  private static final String JSON = "application/json";

  private TestPort port;

  @BeforeEach
  void open() {
    Duration soon = Duration.ofMillis(300);
    port = TestPort.open(http -> http.readTimeouts(soon, soon).idleTimeout(Duration.ofSeconds(2)));
  }

  @AfterEach
  void the_next_request_is_answered() throws Exception {
    assertThat(port.get("/notes/a").statusCode()).isEqualTo(200);
    port.close();
  }

  private int status(String request) throws IOException {
    String answer = RawClient.ask(port.port(), request);
    assertThat(answer).as(request).startsWith("HTTP/1.");
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static String post(String header) {
    return RawClient.head(
        "POST /notes HTTP/1.1", "Host: a", "Content-Type: application/json", header);
  }

  @Test
  void nested_arrays_are_refused() throws Exception {
    String nested = "{\"id\":" + "[".repeat(100_000);
    for (String path : new String[] {"/notes", "/test.Notes/Echo"}) {
      assertThat(port.post(path, JSON, nested).statusCode()).isEqualTo(400);
      assertThat(port.post(path, JSON, "{\"x\":" + "[".repeat(100_000)).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void a_body_said_to_be_too_large_is_refused_before_it_is_read() throws Exception {
    try (RawClient client = new RawClient(port.port())) {
      client.send(post("Content-Length: 104857600"));
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 413 ");
    }
  }

  @Test
  void a_body_of_a_hundred_megabytes_is_cut_off() throws Exception {
    long before = used();
    for (String framing :
        new String[] {"Content-Length: 104857600", "Transfer-Encoding: chunked"}) {
      try (RawClient client = new RawClient(port.port())) {
        client.send(post(framing));
        Thread flood = new Thread(() -> client.flood(chunk(), 1600));
        flood.start();
        assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 413 ").contains("close");
        flood.join(20_000);
        assertThat(flood.isAlive()).isFalse();
      }
    }
    assertThat(used() - before).isLessThan(64 << 20);
  }

  /** 64 KiB, framed. */
  private static byte[] chunk() {
    return ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(ISO_8859_1);
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void a_gzip_bomb_is_refused() throws Exception {
    byte[] bomb = Gzip.deflate(new byte[50 << 20]);
    HttpResponse<String> answer =
        port.send(
            port.request("/notes")
                .header("Content-Type", JSON)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(bomb)));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("\"status\":413");
  }

  @Test
  void headers_that_never_end_cost_the_connection() throws Exception {
    try (RawClient client = new RawClient(port.port())) {
      Thread drip = new Thread(() -> drip(client, "GET /notes/a HTTP/1.1\r\nHost: a\r\nX: "));
      drip.start();
      assertThat(client.readAll()).isEmpty(); // within the limit, or this times out
      drip.join(20_000);
    }
  }

  @Test
  void a_body_that_never_ends_is_408() throws Exception {
    try (RawClient client = new RawClient(port.port())) {
      client.send(post("Content-Length: 10000"));
      Thread drip = new Thread(() -> drip(client, ""));
      drip.start();
      assertThat(client.readAll()).startsWith("HTTP/1.1 408 ");
      drip.join(20_000);
    }
  }

  /** A byte now and then until nobody takes any. */
  private static void drip(RawClient client, String first) {
    try {
      client.send(first);
      for (int i = 0; i < 1000; i++) {
        Thread.sleep(20);
        client.send(" ");
      }
    } catch (IOException | InterruptedException closed) {
      // As it should be.
    }
  }

  @Test
  void a_connection_on_which_nothing_is_asked_is_closed() throws Exception {
    assertThat(RawClient.ask(port.port(), "")).isEmpty();
  }

  @Test
  void bad_utf8_is_refused() throws Exception {
    byte[] body = "{\"id\":\"a\u00c3(\"}".getBytes(ISO_8859_1);
    for (String path : new String[] {"/notes", "/test.Notes/Echo"}) {
      HttpResponse<String> answer =
          port.send(
              port.request(path)
                  .header("Content-Type", JSON)
                  .POST(BodyPublishers.ofByteArray(body)));
      assertThat(answer.statusCode()).isEqualTo(400);
    }
    assertThat(status("GET /notes/%C3%28 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .isEqualTo(400);
  }

  @Test
  void a_key_that_comes_twice_is_refused() throws Exception {
    for (String path : new String[] {"/notes", "/test.Notes/Echo"}) {
      assertThat(port.post(path, JSON, "{\"id\":\"a\",\"id\":\"b\"}").statusCode()).isEqualTo(400);
    }
    assertThat(port.get("/notes/a?text=1&text=2").statusCode()).isEqualTo(400);
  }

  @Test
  void floods_of_headers_are_431() throws Exception {
    String many = "X-A: 1\r\n".repeat(200);
    assertThat(status("GET /notes/a HTTP/1.1\r\nHost: a\r\n" + many + "\r\n")).isEqualTo(431);
    String large = "X-A: " + "a".repeat(20_000) + "\r\n";
    assertThat(status("GET /notes/a HTTP/1.1\r\nHost: a\r\n" + large + "\r\n")).isEqualTo(431);
    try (RawClient client = new RawClient(port.port())) {
      client.send("GET /notes/a HTTP/1.1\r\nHost: a\r\n");
      client.flood("X-A: 123456789012345678901234567890\r\n".repeat(100).getBytes(ISO_8859_1), 500);
      assertThat(client.readAll())
          .satisfiesAnyOf(
              answer -> assertThat(answer).startsWith("HTTP/1.1 431 "),
              answer -> assertThat(answer).isEmpty()); // cut off before it was read
    }
  }

  @Test
  void a_long_url_is_414() throws Exception {
    assertThat(status("GET /notes/" + "a".repeat(9000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
        .isEqualTo(414);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/notes/../notes/a",
        "/notes/%2e%2e",
        "/notes/..%2f..%2fetc%2fpasswd/x",
        "/notes/./a",
        "//notes/a",
        "/notes//a",
        "/notes/..",
        "/%6eotes/../../etc/passwd",
        "/test.Notes/../health/live",
        "/health/../health/live"
      })
  void paths_lead_nowhere_but_where_they_say(String path) throws Exception {
    assertThat(status("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .isEqualTo(404);
  }

  @Test
  void an_escaped_slash_or_percent_stays_in_its_variable() throws Exception {
    assertThat(port.get("/notes/..%2Fa").body()).contains("\"id\":\"../a\"");
    assertThat(port.get("/notes/%252e%252e").body()).contains("\"id\":\"%2e%2e\"");
    assertThat(status("GET /notes/%2 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .isEqualTo(400);
    assertThat(status("GET /notes/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{\"a\":",
        "Content-Length: -1\r\n\r\n",
        "Content-Length: 5, 6\r\n\r\n{\"a\":",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n",
        "Content-Length : 2\r\n\r\n{}",
        "X-A: a\u0000b\r\nContent-Length: 2\r\n\r\n{}"
      })
  void what_two_readers_could_frame_differently_is_refused_and_ends_the_connection(String rest)
      throws Exception {
    String smuggled = "GET /notes/smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
    String answer =
        RawClient.ask(
            port.port(),
            "POST /notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + rest
                + smuggled);
    assertThat(answer).doesNotContain("smuggled").doesNotContain("HTTP/1.1 2");
  }

  @Test
  void nonsense_instead_of_http_is_400_or_the_end() throws Exception {
    for (String nonsense :
        new String[] {"\r\n\r\n\u0001\u0002\r\n\r\n", "GET\r\n\r\n", "A B C D E\r\n\r\n"}) {
      assertThat(RawClient.ask(port.port(), nonsense)).doesNotContain("HTTP/1.1 2");
    }
  }
}
