package dev.farcall.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.protocol.Gzip;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectTest {

  private static final String ECHO = "/test.Notes/Echo";
  private static final String JSON = "application/json";

  private static TestPort port;

  @BeforeAll
  static void open() {
    port = TestPort.open();
  }

  @AfterAll
  static void close() {
    port.close();
  }

  @Test
  void json_is_answered_by_json_without_defaults() throws Exception {
    HttpResponse<String> answer =
        port.post(ECHO, JSON, "{\"id\":\"a\",\"text\":\"hi\",\"unknown\":1}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains(JSON);
    assertThat(answer.body()).isEqualTo("{\"id\":\"a\",\"text\":\"hi\"}");
  }

  @Test
  void protobuf_is_answered_by_protobuf() throws Exception {
    Note note = new Note("a", "hi", 3);
    HttpResponse<byte[]> answer =
        port.client()
            .send(
                port.request(ECHO)
                    .header("Content-Type", "application/proto")
                    .POST(
                        BodyPublishers.ofByteArray(ProtobufWriter.encode(NoteCodec.INSTANCE, note)))
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("content-type")).contains("application/proto");
    assertThat(ProtobufReader.decode(NoteCodec.INSTANCE, answer.body(), DecodeLimits.DEFAULT))
        .isEqualTo(note);
  }

  @Test
  void an_empty_protobuf_message_is_one_also_if_it_is_said_to_be_compressed() throws Exception {
    HttpResponse<String> answer =
        port.send(
            port.request(ECHO)
                .header("Content-Type", "application/proto")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void get_calls_what_is_safe() throws Exception {
    String message = URLEncoder.encode("{\"id\":\"a\",\"text\":\"é+&\"}", StandardCharsets.UTF_8);
    HttpResponse<String> answer = port.get(ECHO + "?connect=v1&encoding=json&message=" + message);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"id\":\"a\",\"text\":\"é+&\"}");
  }

  @Test
  void get_takes_compressed_base64() throws Exception {
    byte[] json = "{\"id\":\"a\",\"text\":\"hi\"}".getBytes(StandardCharsets.UTF_8);
    String message = Base64.getUrlEncoder().withoutPadding().encodeToString(Gzip.deflate(json));
    HttpResponse<String> answer =
        port.get(ECHO + "?encoding=json&base64=1&compression=gzip&message=" + message);
    assertThat(answer.body()).isEqualTo("{\"id\":\"a\",\"text\":\"hi\"}");
  }

  @Test
  void get_refuses_what_is_no_call() throws Exception {
    assertThat(port.get(ECHO).statusCode()).isEqualTo(400);
    assertThat(port.get(ECHO + "?encoding=xml&message=a").statusCode()).isEqualTo(415);
    assertThat(
            RawClient.ask(
                port.port(),
                RawClient.head(
                    "GET " + ECHO + "?encoding=json&message=%zz HTTP/1.1",
                    "Host: a",
                    "Connection: close")))
        .startsWith("HTTP/1.1 400 ");
    assertThat(
            port.get(ECHO + "?connect=v9&encoding=json&message={}".replace("{}", "%7B%7D"))
                .statusCode())
        .isEqualTo(400);
    assertThat(port.get(ECHO + "?encoding=json&compression=br&message=%7B%7D").statusCode())
        .isEqualTo(501);
    HttpResponse<String> unsafe = port.get("/test.Notes/Drop?encoding=json&message=%7B%7D");
    assertThat(unsafe.statusCode()).isEqualTo(405);
    assertThat(unsafe.headers().firstValue("allow")).contains("POST");
  }

  @Test
  void errors_are_connects_json() throws Exception {
    HttpResponse<String> answer = port.post(ECHO, JSON, "{\"id\":\"unknown\"}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains(JSON);
    assertThat(answer.body())
        .startsWith("{\"code\":\"not_found\",\"message\":\"no note of this name\"");
    HttpResponse<String> malformed = port.post(ECHO, JSON, "{\"id\":");
    assertThat(malformed.statusCode()).isEqualTo(400);
    assertThat(malformed.body())
        .startsWith("{\"code\":\"invalid_argument\"")
        .contains("\"type\":\"google.rpc.BadRequest\"");
  }

  @Test
  void unknown_codecs_encodings_and_versions_are_refused() throws Exception {
    HttpResponse<String> codec = port.post(ECHO, "application/xml", "<a/>");
    assertThat(codec.statusCode()).isEqualTo(415);
    assertThat(codec.headers().firstValue("accept-post"))
        .contains("application/json, application/proto");
    HttpResponse<String> encoding =
        port.send(
            port.request(ECHO)
                .header("Content-Type", JSON)
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(encoding.statusCode()).isEqualTo(501);
    assertThat(encoding.body()).contains("\"code\":\"unimplemented\"").contains("gzip");
    HttpResponse<String> version =
        port.send(
            port.request(ECHO)
                .header("Content-Type", JSON)
                .header("Connect-Protocol-Version", "2")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(version.statusCode()).isEqualTo(400);
  }

  @Test
  void names_are_case_sensitive() throws Exception {
    assertThat(port.post("/test.Notes/echo", JSON, "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void a_deadline_is_connects() throws Exception {
    HttpResponse<String> answer =
        port.send(
            port.request("/test.Notes/Wait")
                .header("Content-Type", JSON)
                .header("Connect-Timeout-Ms", "50")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(answer.body()).startsWith("{\"code\":\"deadline_exceeded\"");
    HttpResponse<String> eleven =
        port.send(
            port.request("/test.Notes/Wait")
                .header("Content-Type", JSON)
                .header("Connect-Timeout-Ms", "12345678901")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(eleven.statusCode()).isEqualTo(400);
  }
}
