package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Farcall;
import dev.farcall.grpc.Numbers;
import dev.farcall.grpc.Recorder;
import dev.farcall.time.ManualTime;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams over REST as others see them. */
@Timeout(60)
class RestStreamTest {

  private static final String EVENTS = "text/event-stream";

  private final ManualTime time = new ManualTime();
  private final Streams streams = new Streams();
  private final TestPort port =
      TestPort.on(
          Farcall.server().time(time).listen(Http.port(0).host("127.0.0.1").gzip()).serve(streams));

  @AfterEach
  void close() {
    port.close();
  }

  private HttpResponse<String> get(String target, String accept) throws Exception {
    return port.send(port.request(target).header("Accept", accept));
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void lines_are_results_of_json(Version version) throws Exception {
    HttpResponse<String> answer = port.send(port.request("/counts/2").version(version));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/x-ndjson");
    assertThat(answer.headers().firstValue("kind")).contains("stream");
    assertThat(answer.body())
        .isEqualTo("{\"result\":{\"name\":\"n0\"}}\n{\"result\":{\"name\":\"n1\"}}\n");
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void events_have_data_and_an_end(Version version) throws Exception {
    HttpResponse<String> answer =
        port.send(port.request("/counts/2").version(version).header("Accept", EVENTS));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains(EVENTS);
    assertThat(answer.headers().firstValue("cache-control")).contains("no-cache");
    assertThat(answer.body())
        .isEqualTo(
            "data: {\"name\":\"n0\"}\n\ndata: {\"name\":\"n1\"}\n\nevent: end\ndata: {}\n\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/* | application/x-ndjson",
        "application/x-ndjson, text/event-stream | application/x-ndjson",
        "text/event-stream;q=0.5, application/* | application/x-ndjson",
        "text/event-stream, */*;q=0.1 | text/event-stream",
        "text/* | text/event-stream",
        "application/x-ndjson;q=0, */* | text/event-stream"
      })
  void who_asks_chooses(String accept, String type) throws Exception {
    assertThat(get("/counts/0", accept).headers().firstValue("content-type")).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/html", "text/event-stream;q=0"})
  void other_types_are_refused(String accept) throws Exception {
    assertThat(get("/counts/1", accept).statusCode()).isEqualTo(406);
    assertThat(streams.counting).isNotDone();
  }

  @ParameterizedTest
  @ValueSource(strings = {EVENTS, "*/*"})
  void a_failure_before_the_first_element_has_a_status(String accept) throws Exception {
    HttpResponse<String> answer = get("/counts/0%20NOT_FOUND", accept);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"detail\":\"as asked\",\"code\":\"not_found\"");
    assertThat(get("/counts/0%20unknown", accept).body()).contains("test.NoSuchItem");
  }

  @Test
  void a_failure_after_elements_is_the_last_line() throws Exception {
    String[] lines = get("/counts/1%20NOT_FOUND", "*/*").body().split("\n", -1);
    assertThat(lines).hasSize(3);
    assertThat(lines[1])
        .startsWith("{\"error\":{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,")
        .endsWith("\"code\":\"not_found\"}}");
    assertThat(lines[2]).isEmpty();
  }

  @Test
  void a_failure_after_elements_is_an_event() throws Exception {
    String body = get("/counts/1%20NOT_FOUND", EVENTS).body();
    assertThat(body)
        .startsWith("data: {\"name\":\"n0\"}\n\nevent: error\ndata: {\"type\":\"about:blank\",")
        .endsWith("\"code\":\"not_found\"}\n\n")
        .doesNotContain("event: end");
  }

  @Test
  void head_tells_the_type_and_calls_nothing() throws Exception {
    HttpResponse<String> answer =
        port.send(
            port.request("/counts/5")
                .header("Accept", EVENTS)
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains(EVENTS);
    assertThat(streams.counting).isNotDone();
  }

  @Test
  void a_request_may_have_a_body() throws Exception {
    assertThat(port.post("/counts", "application/json", "{\"name\":\"1\"}").body())
        .isEqualTo("{\"result\":{\"name\":\"n0\"}}\n");
    assertThat(port.post("/counts", "text/plain", "1").statusCode()).isEqualTo(415);
  }

  @Test
  void nothing_is_compressed() throws Exception {
    HttpResponse<String> answer =
        port.send(port.request("/counts/500").header("Accept-Encoding", "gzip"));
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(answer.body()).endsWith("n499\"}}\n");
  }

  @Test
  void a_deadline_ends_it() throws Exception {
    assertThat(
            port.send(port.request("/counts/1").header("Connect-Timeout-Ms", "soon")).statusCode())
        .isEqualTo(400);
    try (RawClient client = ask("/counts/1%20silence", "Connect-Timeout-Ms: 30000")) {
      assertThat(client.readUntil("n0\"}}\n")).startsWith("HTTP/1.1 200 ");
      time.advance(Duration.ofSeconds(30));
      assertThat(client.readUntil("0\r\n\r\n")).contains("\"code\":\"deadline_exceeded\"}}\n");
    }
  }

  private RawClient ask(String target, String header) throws Exception {
    RawClient client = new RawClient(port.port());
    client.send(RawClient.head("GET " + target + " HTTP/1.1", "Host: a", header));
    return client;
  }

  @Test
  void a_silent_stream_is_open_after_half_a_second_and_beats_every_fifteen() throws Exception {
    try (RawClient client = ask("/counts/0%20silence", "Accept: " + EVENTS)) {
      streams.counting.get(20, TimeUnit.SECONDS);
      int pending = time.pending();
      time.advance(Duration.ofMillis(500));
      assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ").contains(EVENTS);
      for (int i = 0; i < 3; i++) {
        Recorder.await(() -> time.pending() == pending);
        time.advance(Duration.ofSeconds(15));
        assertThat(client.readUntil("\n\n\r\n")).isEqualTo("3\r\n:\n\n\r\n");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {EVENTS, "*/*"})
  void a_client_that_goes_away_stops_the_producer(String accept) throws Exception {
    int pending = time.pending();
    try (RawClient client = ask("/counts/100000000", "Accept: " + accept)) {
      assertThat(client.readUntil("n9")).startsWith("HTTP/1.1 200 ");
    }
    Numbers<Item> numbers = streams.counting.get(20, TimeUnit.SECONDS);
    Recorder.await(numbers.cancelled::get);
    Recorder.await(() -> time.pending() == pending); // and nothing else of it is left
  }

  @ParameterizedTest
  @ValueSource(strings = {EVENTS, "*/*"})
  void a_client_that_does_not_read_holds_the_producer(String accept) throws Exception {
    try (RawClient client = ask("/counts/100000000", "Accept: " + accept)) {
      assertThat(client.readUntil("n9")).startsWith("HTTP/1.1 200 ");
      Numbers<Item> numbers = streams.counting.get(20, TimeUnit.SECONDS);
      StreamWiresTest.awaitStandstill(numbers);
      assertThat(numbers.made.get()).isLessThan(1_000_000); // what sockets hold
      assertThat(numbers.cancelled).isFalse();
    }
  }
}
