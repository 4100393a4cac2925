package dev.farcall.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.grpc.Recorder;
import dev.farcall.protocol.Envelope;
import dev.farcall.protocol.Gzip;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams from servers that others wrote, or that mean harm. */
@Timeout(60)
class StreamsOfStrangersTest {

  private static final int LIMIT = 100_000;
  private static final String PROTO = "application/connect+proto";
  private static final String LINES = "application/x-ndjson";
  private static final String EVENTS = "text/event-stream";

  /** Protobuf of an item that is called {@code a}. */
  private static final byte[] ITEM = Envelope.frame(0, new byte[] {10, 1, 'a'});

  private static final byte[] END = end("{}");

  private ScriptedPeer peer;
  private Connection connection;

  @AfterEach
  void close() throws IOException {
    connection.close();
    peer.close();
  }

  private static byte[] end(String json) {
    return Envelope.frame(Envelope.CONNECT_END, json.getBytes(UTF_8));
  }

  /** What came of a stream. */
  private record Got(Response response, List<Item> elements, Failure failure) {
    Outcome outcome() {
      return failure == null ? Outcome.OK : failure.outcome();
    }
  }

  private Got connect(byte[]... body) throws Exception {
    return connect("", body);
  }

  private Got connect(String header, byte[]... body) throws Exception {
    return got(HttpWire.connect().http1(), chunked(PROTO, header, true, body));
  }

  private Got rest(String type, String body) throws Exception {
    return got(HttpWire.rest(), chunked(type, "", true, body.getBytes(UTF_8)));
  }

  private static ScriptedPeer.Script chunked(
      String type, String header, boolean whole, byte[]... body) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String head = "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + header;
    answer.write((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(ISO_8859_1));
    for (byte[] chunk : body) {
      if (chunk.length > 0) {
        answer.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(ISO_8859_1));
        answer.write(chunk);
        answer.write("\r\n".getBytes(ISO_8859_1));
      }
    }
    if (whole) {
      answer.write("0\r\n\r\n".getBytes(ISO_8859_1));
    }
    return (socket, out) -> {
      answer.writeTo(out);
      out.flush();
      if (!whole) {
        socket.close();
      }
    };
  }

  private Got got(HttpWire wire, ScriptedPeer.Script script) throws Exception {
    return got(ask(wire, script, new Cancellation()).get(20, TimeUnit.SECONDS));
  }

  private static Got got(Response response) throws Exception {
    if (response.failure() != null) {
      return new Got(response, List.of(), response.failure());
    }
    Recorder<Item> recorder = new Recorder<>(Item.CODEC, Long.MAX_VALUE);
    response.payloads().subscribe(recorder);
    recorder.awaitEnd();
    Throwable thrown = recorder.end.handle((end, error) -> error).join();
    Failure failure = thrown == null ? null : ((CallException) thrown).failure();
    assertThat(response.done().toCompletableFuture().get(20, TimeUnit.SECONDS))
        .isEqualTo(failure == null ? Outcome.OK : failure.outcome());
    return new Got(response, List.copyOf(recorder.received), failure);
  }

  private CompletableFuture<Response> ask(
      HttpWire wire, ScriptedPeer.Script script, Cancellation cancellation) throws IOException {
    peer = ScriptedPeer.answering(script);
    connection = Farcall.connect(peer.address()).maxMessageBytes(LIMIT).wire(wire);
    return asking(cancellation);
  }

  private CompletableFuture<Response> asking(Cancellation cancellation) {
    return connection
        .channel(Streams.COUNT)
        .send(
            Request.of(
                Streams.COUNT,
                Payload.of(Item.CODEC, new Item("3")),
                Metadata.EMPTY,
                Deadline.NONE,
                cancellation))
        .toCompletableFuture();
  }

  // ---- Connect

  @Test
  void elements_may_come_in_any_pieces() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] each : List.of(ITEM, ITEM, ITEM, END)) {
      all.write(each);
    }
    byte[][] single = new byte[all.size()][];
    for (int i = 0; i < single.length; i++) {
      single[i] = new byte[] {all.toByteArray()[i]};
    }
    assertThat(connect(single).elements()).hasSize(3).containsOnly(new Item("a"));
    assertThat(peer.requests.get(0))
        .startsWith("POST /test.Streams/Count HTTP/1.1\r\n")
        .containsIgnoringCase("content-type: application/connect+proto\r\n")
        .containsIgnoringCase("connect-protocol-version: 1\r\n")
        .containsIgnoringCase("connect-accept-encoding: gzip\r\n")
        .doesNotContainIgnoringCase("\r\naccept-encoding");
  }

  @Test
  void an_end_tells_code_message_details_and_metadata() throws Exception {
    Got got =
        connect(
            ITEM,
            end(
                "{\"error\":{\"code\":\"unavailable\",\"message\":\"later\"},"
                    + "\"metadata\":{\"x-why\":[\"a\",\"b\"]},\"more\":1}"));
    assertThat(got.elements()).hasSize(1);
    assertThat(got.failure().code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(got.failure().message()).isEqualTo("later");
    assertThat(got.failure().trailers().all("x-why")).containsExactly("a", "b");
    assertThat(got.outcome()).isEqualTo(Outcome.UNAVAILABLE);
  }

  @Test
  void compressed_elements_are_read_where_that_was_said() throws Exception {
    byte[] compressed = Envelope.frame(Envelope.COMPRESSED, Gzip.deflate(new byte[] {10, 1, 'z'}));
    String gzip = "Connect-Content-Encoding: gzip\r\n";
    assertThat(connect(gzip, compressed, END).elements()).containsExactly(new Item("z"));
    connection.close();
    peer.close();
    assertThat(connect("", compressed, END).outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
  }

  @Test
  void a_bomb_is_refused() throws Exception {
    byte[] bomb = Envelope.frame(Envelope.COMPRESSED, Gzip.deflate(new byte[32 << 20]));
    Got got = connect("Connect-Content-Encoding: gzip\r\n", ITEM, bomb, END);
    assertThat(got.failure().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(got.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
  }

  @Test
  void a_length_over_the_limit_is_refused_before_its_bytes_come() throws Exception {
    byte[] promise = {0, 127, -1, -1, -1, 1, 2, 3};
    Got got = got(HttpWire.connect().http1(), open(PROTO, ITEM, promise));
    assertThat(got.elements()).hasSize(1);
    assertThat(got.failure().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
  }

  /** An answer that goes on. */
  private static ScriptedPeer.Script open(String type, byte[]... body) throws IOException {
    ScriptedPeer.Script begun = chunked(type, "", false, body);
    return (socket, out) -> {
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      begun.answer(new Socket(), kept);
      kept.writeTo(out);
      out.flush();
    };
  }

  @Test
  void other_flags_are_refused() throws Exception {
    Got got = connect(ITEM, Envelope.frame(4, new byte[] {10, 1, 'a'}), END);
    assertThat(got.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(got.failure().message()).contains("flags 4 (expected: 0 to 3)");
  }

  @Test
  void what_follows_the_end_is_refused() throws Exception {
    for (byte[] more : List.of(ITEM, END, new byte[] {1})) {
      Got got = connect(ITEM, END, more);
      assertThat(got.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
      assertThat(got.failure().message()).contains("goes on after its end");
      connection.close();
      peer.close();
    }
  }

  @Test
  void an_answer_without_an_end_is_refused() throws Exception {
    Got got = connect(ITEM);
    assertThat(got.elements()).hasSize(1);
    assertThat(got.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(got.failure().message()).contains("has no end");
  }

  @Test
  void an_answer_that_ends_within_a_message_is_refused() throws Exception {
    Got got = connect(ITEM, new byte[] {0, 0, 0, 0, 9, 1});
    assertThat(got.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(got.failure().message()).contains("ends within a message");
  }

  @Test
  void an_end_that_cannot_be_read_is_refused() throws Exception {
    Got got = connect(ITEM, end("{\"error\":"));
    assertThat(got.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
  }

  @Test
  void an_error_of_a_code_that_is_not_known_is_an_error() throws Exception {
    Got got = connect(end("{\"error\":{\"code\":\"odd\",\"message\":\"m\"}}"));
    assertThat(got.failure().code()).isEqualTo(Code.UNKNOWN);
    assertThat(got.failure().message()).isEqualTo("m");
  }

  @ParameterizedTest
  @CsvSource({
    "404, UNIMPLEMENTED, CONTRACT_MISMATCH",
    "503, UNAVAILABLE, UNAVAILABLE",
    "429, UNAVAILABLE, OVERLOADED"
  })
  void a_status_before_the_stream_is_classified_as_of_any_call(
      int status, Code code, Outcome outcome) throws Exception {
    String answer = ScriptedPeer.answer(status, "text/html", "<b>sorry</b>");
    Got got =
        got(HttpWire.connect().http1(), (socket, out) -> out.write(answer.getBytes(ISO_8859_1)));
    assertThat(got.failure().code()).isEqualTo(code);
    assertThat(got.outcome()).isEqualTo(outcome);
  }

  @Test
  void another_type_is_refused_at_once() throws Exception {
    Got got = got(HttpWire.connect().http1(), open("application/json", "[".getBytes(UTF_8)));
    assertThat(got.failure().message())
        .contains("application/json (expected: application/connect+proto)");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 2, 8})
  void a_stream_that_is_reset_has_not_ended_well(long code) throws Exception {
    Vertx loops = Loops.start();
    HttpServer server =
        loops
            .createHttpServer()
            .requestHandler(
                request -> {
                  var response = request.response().putHeader("content-type", PROTO);
                  response.write(Buffer.buffer(ITEM)).onComplete(written -> response.reset(code));
                })
            .listen(0, "127.0.0.1")
            .await();
    peer = ScriptedPeer.answering("");
    connection = Farcall.connect("127.0.0.1:" + server.actualPort()).wire(HttpWire.connect());
    Got got = got(asking(new Cancellation()).get(20, TimeUnit.SECONDS));
    assertThat(got.outcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(got.failure().code()).isEqualTo(Code.UNKNOWN);
    var unused = loops.close();
  }

  // ---- both

  @ParameterizedTest
  @ValueSource(strings = {PROTO, LINES, EVENTS})
  void a_connection_that_is_cut_is_lost(String type) throws Exception {
    byte[] element =
        switch (type) {
          case PROTO -> ITEM;
          case LINES -> "{\"result\":{\"name\":\"a\"}}\n".getBytes(UTF_8);
          default -> "data: {\"name\":\"a\"}\n\n".getBytes(UTF_8);
        };
    Got got = got(wire(type), chunked(type, "", false, element));
    assertThat(got.elements()).containsExactly(new Item("a"));
    assertThat(got.outcome()).isEqualTo(Outcome.CONNECTION_LOST);
    assertThat(got.failure().code()).isEqualTo(Code.UNAVAILABLE);
  }

  private static HttpWire wire(String type) {
    return type.equals(PROTO) ? HttpWire.connect().http1() : HttpWire.rest();
  }

  @ParameterizedTest
  @ValueSource(strings = {PROTO, LINES, EVENTS})
  void who_gives_up_a_drip_closes_the_connection(String type) throws Exception {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Cancellation cancellation = new Cancellation();
    ScriptedPeer.Script head = open(type);
    CompletableFuture<Response> response =
        ask(
            wire(type),
            (socket, out) -> {
              head.answer(socket, out);
              try {
                while (true) { // a byte at a time of what never ends
                  out.write("1\r\n \r\n".getBytes(ISO_8859_1));
                  out.flush();
                  cancellation.cancel(Cancellation.Reason.OWN_LIMIT);
                }
              } catch (IOException reset) {
                closed.complete(null);
              }
            },
            cancellation);
    assertThat(response.get(20, TimeUnit.SECONDS).failure().outcome()).isEqualTo(Outcome.OWN_LIMIT);
    closed.get(20, TimeUnit.SECONDS);
  }

  // ---- REST

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"result\":{\"name\":\"",
        "{\"result\":",
        "data: {\"name\":\"",
        "data: x\ndata: "
      })
  void a_line_or_an_event_over_the_limit_is_refused(String begin) throws Exception {
    String type = begin.startsWith("data") ? EVENTS : LINES;
    byte[] endless = (begin + "x".repeat(LIMIT + 100)).getBytes(UTF_8);
    Got got = got(HttpWire.rest(), open(type, endless));
    assertThat(got.failure().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(got.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
  }

  @Test
  void an_event_of_many_lines_over_the_limit_is_refused() throws Exception {
    String lines = ("data: " + "x".repeat(1_000) + "\n").repeat(200);
    assertThat(rest(EVENTS, lines).failure().code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void lines_may_be_empty_end_by_return_and_hold_more() throws Exception {
    Got got =
        rest(
            LINES,
            "\r\n{\"result\":{\"name\":\"a\"},\"x\":[]}\r\n \n{\"result\":{\"name\":\"b\"}}\n");
    assertThat(got.failure()).isNull();
    assertThat(got.elements()).containsExactly(new Item("a"), new Item("b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]\n", "{\"result\":}\n", "hello\n", "{\"result\":{}} {}\n"})
  void lines_that_are_none_are_refused(String body) throws Exception {
    assertThat(rest(LINES, body).outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
  }

  @Test
  void half_a_line_at_the_end_was_cut() throws Exception {
    Got got = rest(LINES, "{\"result\":{\"name\":\"a\"}}\n{\"result\":");
    assertThat(got.elements()).hasSize(1);
    assertThat(got.outcome()).isEqualTo(Outcome.CONNECTION_LOST);
  }

  @Test
  void an_error_of_grpc_gateway_is_an_error() throws Exception {
    Got got =
        rest(
            "application/json",
            "{\"result\":{\"name\":\"a\"}}\n{\"error\":{\"code\":5,\"message\":\"gone\"}}\n");
    assertThat(got.elements()).hasSize(1);
    assertThat(got.outcome()).isEqualTo(Outcome.SERVER_ERROR);
    assertThat(got.failure().message()).contains("gone");
  }

  @Test
  void events_are_read_as_browsers_do() throws Exception {
    Got got =
        rest(
            EVENTS,
            String.join(
                "\n\n",
                "\ufeff: hello\r\nid: 7\rretry: 10\ndata:{\"name\":\ndata: \"a\"}",
                "event: other\ndata: {}",
                "event: message\ndata: {\"name\":\"b\"}",
                "event: end\ndata: {}",
                "data: not read\n\n"));
    assertThat(got.failure()).isNull();
    assertThat(got.elements()).containsExactly(new Item("a"), new Item("b"));
  }

  @Test
  void events_without_an_end_were_cut() throws Exception {
    Got got = rest(EVENTS, "data: {\"name\":\"a\"}\n\n");
    assertThat(got.elements()).hasSize(1);
    assertThat(got.outcome()).isEqualTo(Outcome.CONNECTION_LOST);
    assertThat(got.failure().message()).contains("cut short");
  }

  @Test
  void a_status_before_the_stream_is_a_problem_as_of_any_call() throws Exception {
    String problem = "{\"code\":\"not_found\",\"detail\":\"no such list\"}";
    String answer = ScriptedPeer.answer(404, "application/problem+json", problem);
    Got got = got(HttpWire.rest(), (socket, out) -> out.write(answer.getBytes(ISO_8859_1)));
    assertThat(got.failure().code()).isEqualTo(Code.NOT_FOUND);
    assertThat(got.failure().message()).isEqualTo("no such list");
    assertThat(peer.requests.get(0))
        .containsIgnoringCase("accept: application/x-ndjson, text/event-stream");
  }
}
