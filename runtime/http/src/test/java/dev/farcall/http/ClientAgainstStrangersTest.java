package dev.farcall.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClientAgainstStrangersTest {

  private static final String ITEM =
      ScriptedPeer.answer(200, "application/json", "{\"name\":\"a\"}");

  @ParameterizedTest
  @CsvSource({
    "301, UNKNOWN, CONTRACT_MISMATCH",
    "304, UNKNOWN, CONTRACT_MISMATCH",
    "400, INTERNAL, REFUSED",
    "401, UNAUTHENTICATED, REFUSED",
    "403, PERMISSION_DENIED, REFUSED",
    "404, NOT_FOUND, REFUSED",
    "405, UNKNOWN, REFUSED",
    "408, DEADLINE_EXCEEDED, PEER_DEADLINE",
    "409, UNKNOWN, REFUSED",
    "418, UNKNOWN, REFUSED",
    "425, UNAVAILABLE, UNAVAILABLE",
    "429, UNAVAILABLE, OVERLOADED",
    "500, UNKNOWN, SERVER_ERROR",
    "501, UNIMPLEMENTED, CONTRACT_MISMATCH",
    "502, UNAVAILABLE, UNAVAILABLE",
    "503, UNAVAILABLE, UNAVAILABLE",
    "504, UNAVAILABLE, PEER_DEADLINE",
    "599, UNKNOWN, SERVER_ERROR"
  })
  void a_status_without_a_code_is_classified_by_the_status(int status, Code code, Outcome outcome)
      throws IOException {
    CallException thrown =
        restFailure(ScriptedPeer.answer(status, "text/html", "<b>\n sorry </b>"));
    assertThat(thrown.code()).isEqualTo(code);
    assertThat(thrown.outcome()).isEqualTo(outcome);
    assertThat(thrown).hasMessageContaining("GET /items/a at 127.0.0.1:");
    assertThat(thrown).hasMessageContaining(" answered " + status);
    if (status >= 400) {
      assertThat(thrown).hasMessageContaining("<b> sorry </b>");
    }
  }

  @Test
  void a_path_that_nobody_serves_is_unimplemented_for_connect_and_not_found_for_rest()
      throws IOException {
    String nothing = ScriptedPeer.answer(404, "text/plain", "no");
    CallException connect = failure(HttpWire.connect().http1(), Items.ADD, nothing);
    assertThat(connect.code()).isEqualTo(Code.UNIMPLEMENTED);
    assertThat(connect.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(restFailure(nothing).code()).isEqualTo(Code.NOT_FOUND);
  }

  @Test
  void a_code_in_the_body_is_trusted_first() throws IOException {
    String problem = "{\"detail\":\"taken\",\"code\":\"already_exists\",\"more\":[1,{}]}";
    CallException rest = restFailure(ScriptedPeer.answer(409, "application/problem+json", problem));
    assertThat(rest).hasMessage("ALREADY_EXISTS: taken");
    String error = "{\"code\":\"resource_exhausted\",\"message\":\"slowly\"}";
    CallException connect =
        failure(
            HttpWire.connect().http1(),
            Items.ADD,
            ScriptedPeer.answer(429, "application/json", error));
    assertThat(connect).hasMessage("RESOURCE_EXHAUSTED: slowly");
    assertThat(connect.outcome()).isEqualTo(Outcome.OVERLOADED);
  }

  @Test
  void only_a_marked_404_is_an_absent_result() throws IOException {
    String marked = "{\"status\":404,\"code\":\"not_found\",\"absent\":true}";
    assertThat(restResult(ScriptedPeer.answer(404, "application/problem+json", marked)))
        .isEqualTo(new Item("nothing"));
    String plain = "{\"status\":404,\"code\":\"not_found\"}";
    assertThat(restFailure(ScriptedPeer.answer(404, "application/problem+json", plain)).code())
        .isEqualTo(Code.NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 203, 206})
  void every_status_of_success_is_one(int status) throws IOException {
    assertThat(
            restResult(ScriptedPeer.answer(status, "application/vnd.x+json", "{\"name\":\"b\"}")))
        .isEqualTo(new Item("b"));
  }

  @Test
  void an_answer_without_body_is_an_absent_result() throws IOException {
    assertThat(restResult("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(new Item("nothing"));
  }

  @Test
  void members_that_a_stranger_adds_are_ignored() throws IOException {
    String body = "{\"id\":7,\"name\":\"c\",\"links\":[{\"href\":null}]}";
    assertThat(restResult(ScriptedPeer.answer(200, "application/json; charset=utf-8", body)))
        .isEqualTo(new Item("c"));
  }

  @Test
  void another_content_type_is_told_with_what_the_text_begins_with() throws IOException {
    CallException thrown = restFailure(ScriptedPeer.answer(200, "text/html", "<html>login"));
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(thrown)
        .hasMessageContaining("text/html (expected: application/json)")
        .hasMessageContaining("<html>login");
  }

  @Test
  void a_redirect_is_not_followed_but_told() throws IOException {
    CallException thrown =
        restFailure(
            "HTTP/1.1 302 Found\r\nLocation: https://b.example/\r\nContent-Length: 0\r\n\r\n");
    assertThat(thrown).hasMessageContaining("https://b.example/").hasMessageContaining("302");
  }

  @Test
  void what_is_not_json_is_a_mismatch() throws IOException {
    CallException thrown = restFailure(ScriptedPeer.answer(200, "application/json", "{\"name\":"));
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(thrown.code()).isEqualTo(Code.INTERNAL);
  }

  @Test
  void what_is_not_http_is_a_mismatch() throws IOException {
    CallException thrown = restFailure("SSH-2.0-OpenSSH_9.6\r\n\r\n");
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
    assertThat(thrown).hasMessageContaining("not HTTP");
  }

  @Test
  void a_connection_that_is_refused_never_sent_the_call() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0)) {
      port = gone.getLocalPort();
    }
    try (Connection connection = rest("127.0.0.1:" + port)) {
      CallException thrown = failure(connection, Items.FIND);
      assertThat(thrown.outcome()).isEqualTo(Outcome.NEVER_SENT);
      assertThat(thrown.code()).isEqualTo(Code.UNAVAILABLE);
      assertThat(thrown).hasMessageContaining("cannot reach 127.0.0.1:" + port);
    }
  }

  @Test
  void a_host_without_address_never_got_the_call() {
    try (Connection connection = rest("no-such-host.invalid:80")) {
      CallException thrown = failure(connection, Items.FIND);
      assertThat(thrown.outcome()).isEqualTo(Outcome.NEVER_SENT);
      assertThat(thrown).hasMessageContaining("no-such-host.invalid:80");
    }
  }

  @Test
  void a_connection_lost_before_the_answer_may_have_brought_the_call() throws IOException {
    CallException thrown = restFailure((connection, out) -> connection.close());
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONNECTION_LOST);
    assertThat(thrown).hasMessageContaining("lost the connection to 127.0.0.1:");
  }

  @Test
  void a_connection_reset_within_the_answer_is_lost() throws IOException {
    CallException thrown =
        restFailure(
            (connection, out) -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(ISO_8859_1));
              out.flush();
              connection.setSoLinger(true, 0);
              connection.close();
            });
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONNECTION_LOST);
  }

  @Test
  void a_body_that_ends_early_is_no_answer() throws IOException {
    CallException thrown =
        restFailure(
            (connection, out) -> {
              out.write(ITEM.substring(0, ITEM.length() - 3).getBytes(ISO_8859_1));
              connection.close();
            });
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONNECTION_LOST);
  }

  @Test
  void a_body_over_the_limit_is_not_read_to_its_end() throws IOException {
    CallException thrown =
        restFailure(
            (connection, out) -> {
              out.write(
                  "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(ISO_8859_1));
              byte[] spaces = " ".repeat(64 << 10).getBytes(ISO_8859_1);
              while (true) { // until the client closes
                out.write(spaces);
              }
            });
    assertThat(thrown.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
    assertThat(thrown.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
  }

  @Test
  void an_endless_error_is_cut() throws IOException {
    CallException thrown =
        restFailure(
            (connection, out) -> {
              out.write("HTTP/1.1 500 Oh\r\n\r\n".getBytes(ISO_8859_1));
              byte[] spaces = " ".repeat(64 << 10).getBytes(ISO_8859_1);
              while (true) { // until the client closes
                out.write(spaces);
              }
            });
    assertThat(thrown.outcome()).isEqualTo(Outcome.SERVER_ERROR);
  }

  @Test
  void a_compressed_answer_is_read_and_a_bomb_is_not() throws IOException {
    assertThat(result(rest(peer(gzip("{\"name\":\"z\"}"))), Items.FIND)).isEqualTo(new Item("z"));
    CallException thrown = restFailure(gzip(" ".repeat(64 << 20)));
    assertThat(thrown.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void an_encoding_that_was_not_asked_for_is_told() throws IOException {
    CallException thrown =
        restFailure("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(thrown).hasMessageContaining("'br' (expected: gzip)");
  }

  @Test
  void a_slow_answer_meets_the_methods_timeout() throws IOException {
    Operation<Item, Item> impatient =
        Operation.unary("test.Items", "Find", Item.CODEC, Item.CODEC)
            .policies("timeout.value", "200ms")
            .routes(Items.FIND.routes())
            .build();
    try (ScriptedPeer peer =
            ScriptedPeer.answering(
                (connection, out) -> {
                  out.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".getBytes(ISO_8859_1));
                  out.flush();
                });
        Connection connection = rest(peer.address())) {
      assertThat(failure(connection, impatient).outcome()).isEqualTo(Outcome.OWN_LIMIT);
      assertThat(peer.requests.get(0).toLowerCase(java.util.Locale.ROOT))
          .containsPattern("connect-timeout-ms: (200|1?[0-9]{1,2})\r\n");
    }
  }

  @Test
  void one_connection_serves_one_call_after_the_other() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering(ITEM);
        Connection connection = rest(peer.address())) {
      for (int i = 0; i < 5; i++) {
        assertThat(call(connection, Items.FIND, "a")).isEqualTo(new Item("a"));
      }
      assertThat(peer.connections).hasValue(1);
      assertThat(peer.requests).hasSize(5);
    }
  }

  @Test
  void path_and_headers_stand_where_http_has_them() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering(ITEM);
        Connection connection = rest(peer.address())) {
      Metadata metadata =
          Metadata.of("x-tenant", "t1")
              .withBytes("x-trace-bin", new byte[] {1, 2})
              .with("user-agent", "me");
      var unused = connection.peer().bind(Items.FIND).call(new Item("ä /?%2F"), metadata);
      assertThat(peer.requests.get(0))
          .startsWith("GET /items/%C3%A4%20%2F%3F%252F HTTP/1.1\r\n")
          .containsIgnoringCase("x-tenant: t1\r\n")
          .containsIgnoringCase("x-trace-bin: AQI\r\n")
          .containsIgnoringCase("user-agent: me\r\n")
          .containsIgnoringCase("host: " + peer.address() + "\r\n");
    }
  }

  @Test
  void a_method_without_route_is_not_sent_over_rest() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering(ITEM);
        Connection connection = rest(peer.address())) {
      CallException thrown = failure(connection, Items.HIDDEN);
      assertThat(thrown.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
      assertThat(thrown)
          .hasMessageContaining("has no route")
          .hasMessageContaining("test.Items/Hidden");
      assertThat(peer.requests).isEmpty();
    }
  }

  @Test
  void connect_refuses_an_answer_in_another_codec() throws IOException {
    CallException thrown = failure(HttpWire.connect().http1(), Items.ADD, ITEM);
    assertThat(thrown).hasMessageContaining("application/json (expected: application/proto)");
  }

  private static ScriptedPeer.Script gzip(String text) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(body)) {
      gzip.write(text.getBytes(ISO_8859_1));
    }
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
            + "Content-Length: "
            + body.size()
            + "\r\n\r\n";
    return (connection, out) -> {
      out.write(head.getBytes(ISO_8859_1));
      out.write(body.toByteArray());
    };
  }

  private static String peer(ScriptedPeer.Script script) throws IOException {
    return ScriptedPeer.answering(script).address();
  }

  private static Connection rest(String address) {
    return Farcall.connect(address).maxMessageBytes(1 << 20).wire("rest");
  }

  private static Item restResult(String answer) throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering(answer)) {
      return result(rest(peer.address()), Items.FIND);
    }
  }

  private static CallException restFailure(String answer) throws IOException {
    return failure(HttpWire.rest(), Items.FIND, answer);
  }

  private static CallException restFailure(ScriptedPeer.Script script) throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering(script);
        Connection connection = rest(peer.address())) {
      return failure(connection, Items.FIND);
    }
  }

  private static CallException failure(
      HttpWire wire, Operation<Item, Item> operation, String answer) throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering(answer);
        Connection connection = Farcall.connect(peer.address()).wire(wire)) {
      return failure(connection, operation);
    }
  }

  private static CallException failure(Connection connection, Operation<Item, Item> operation) {
    return catchThrowableOfType(CallException.class, () -> call(connection, operation, "a"));
  }

  private static Item result(Connection opened, Operation<Item, Item> operation) {
    try (Connection connection = opened) {
      return call(connection, operation, "a");
    }
  }

  private static Item call(Connection connection, Operation<Item, Item> operation, String name) {
    return connection.peer().bind(operation).call(new Item(name), Metadata.EMPTY);
  }
}
