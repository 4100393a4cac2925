package dev.farcall.http;

import static dev.farcall.http.EnvelopedClient.envelopes;
import static dev.farcall.http.EnvelopedClient.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Handler;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import dev.farcall.grpc.Echo;
import dev.farcall.grpc.Echo.Repeat;
import dev.farcall.grpc.Numbers;
import dev.farcall.grpc.TestServer;
import dev.farcall.http.EnvelopedClient.Answer;
import dev.farcall.protocol.Envelope;
import dev.farcall.protocol.Gzip;
import java.net.http.HttpClient.Version;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** gRPC-Web and the streams of Connect, byte by byte. */
@Timeout(60)
final class EnvelopedCallTest {

  private static final String WEB = "application/grpc-web+proto";
  private static final String ECHO = Echo.ECHO.path();
  private static final String REPEATEDLY = Echo.REPEATEDLY.path();

  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        TestServer.gzip(
            Handler.blocking(
                Echo.ECHO,
                (text, context) -> {
                  if (text.equals("refuse")) {
                    throw new CallException(Code.NOT_FOUND, "nothing at 100 %");
                  }
                  return text;
                }),
            Handler.raw(
                Echo.REPEATEDLY,
                request -> {
                  Repeat asked = request.payload().value(Echo.REPEATEDLY.request());
                  return CompletableFuture.completedFuture(
                      Response.streaming(
                          new Numbers<>(
                              Echo.REPEATEDLY.response(),
                              asked.number(),
                              i -> new Repeat(asked.message(), (int) i)),
                          Metadata.of("kind", "stream"),
                          new CompletableFuture<Outcome>()));
                }));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private EnvelopedClient client(Version version) {
    return new EnvelopedClient(server.port(), version);
  }

  /** {@code message = "m"; number = n}. */
  private static byte[] repeat(String message, int number) {
    byte[] text = text(message);
    byte[] all = Arrays.copyOf(text, text.length + 2);
    all[text.length] = 2 << 3;
    all[text.length + 1] = (byte) number;
    return all;
  }

  private static String trailers(Answer answer) throws Exception {
    List<Envelope> all = answer.envelopes();
    Envelope last = all.get(all.size() - 1);
    assertThat(last.flags()).isEqualTo(Envelope.WEB_TRAILERS);
    return new String(last.message(), UTF_8);
  }

  private static String end(Answer answer) throws Exception {
    List<Envelope> all = answer.envelopes();
    Envelope last = all.get(all.size() - 1);
    assertThat(last.flags()).isEqualTo(Envelope.CONNECT_END);
    return new String(last.message(), UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void webCallGetsItsMessageThenItsTrailers(Version version) throws Exception {
    Answer answer = client(version).post(ECHO, WEB, envelopes(text("hello")));
    assertThat(answer.http().statusCode()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo(WEB);
    assertThat(answer.envelopes()).hasSize(2);
    assertThat(answer.envelopes().get(0).message()).isEqualTo(text("hello"));
    assertThat(trailers(answer)).isEqualTo("grpc-status:0\r\n");
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void webCallThatFailsHasItsStatusInTheHeaders(Version version) throws Exception {
    Answer answer = client(version).post(ECHO, WEB, envelopes(text("refuse")));
    assertThat(answer.http().statusCode()).isEqualTo(200);
    assertThat(answer.header("grpc-status")).isEqualTo("5");
    assertThat(answer.header("grpc-message")).isEqualTo("nothing at 100 %25");
    assertThat(answer.http().body()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void webStreamArrivesWhole(Version version) throws Exception {
    Answer whole = client(version).post(REPEATEDLY, WEB, envelopes(repeat("m", 3)));
    assertThat(whole.envelopes()).hasSize(4);
    assertThat(whole.header("kind")).isEqualTo("stream");
    assertThat(trailers(whole)).isEqualTo("grpc-status:0\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void webTextIsBase64InPiecesBothWays(int cut) throws Exception {
    byte[] request = envelopes(text("hello"));
    String first = encode(Arrays.copyOf(request, cut));
    String second = encode(Arrays.copyOfRange(request, cut, request.length));
    Answer answer =
        client(Version.HTTP_1_1)
            .post(ECHO, "application/grpc-web-text", (first + second).getBytes(UTF_8));
    byte[] decoded = new WebText().decode(answer.http().body());
    List<Envelope> envelopes = EnvelopedClient.read(decoded);
    assertThat(envelopes).hasSize(2);
    assertThat(envelopes.get(0).message()).isEqualTo(text("hello"));
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void webTextThatIsNotBase64IsAnInvalidArgument() throws Exception {
    Answer answer =
        client(Version.HTTP_1_1).post(ECHO, "application/grpc-web-text", "!!!!".getBytes(UTF_8));
    assertThat(answer.header("grpc-status")).isEqualTo("3");
  }

  @Test
  void requestThatEndsWithinAMessageIsAnInvalidArgument() throws Exception {
    Answer answer = client(Version.HTTP_2).post(ECHO, WEB, new byte[] {0, 0, 0, 0, 9, 1});
    assertThat(answer.header("grpc-status")).isEqualTo("3");
    assertThat(answer.header("grpc-message")).contains("ends within a message");
  }

  @Test
  void compressedMessageWithoutANamedEncodingIsRefused() throws Exception {
    byte[] body = Envelope.frame(Envelope.COMPRESSED, Gzip.deflate(text("hello")));
    assertThat(client(Version.HTTP_2).post(ECHO, WEB, body).header("grpc-status")).isEqualTo("13");
    Answer named = client(Version.HTTP_2).post(ECHO, WEB, body, "grpc-encoding", "gzip");
    assertThat(named.envelopes().get(0).message()).isEqualTo(text("hello"));
  }

  @Test
  void encodingThatIsNotKnownIsUnimplementedAndTheKnownOnesAreNamed() throws Exception {
    Answer answer =
        client(Version.HTTP_2).post(ECHO, WEB, envelopes(text("hello")), "grpc-encoding", "snappy");
    assertThat(answer.header("grpc-status")).isEqualTo("12");
    assertThat(answer.header("grpc-accept-encoding")).isEqualTo("gzip");
  }

  @Test
  void malformedTimeoutIsAnInvalidArgument() throws Exception {
    Answer answer =
        client(Version.HTTP_2).post(ECHO, WEB, envelopes(text("hello")), "grpc-timeout", "soon");
    assertThat(answer.header("grpc-status")).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "application/grpc, HTTP_1_1, 505",
    "application/grpc+avro, HTTP_2, 415",
    "application/grpcx, HTTP_2, 415",
    "application/grpc-web+, HTTP_1_1, 415",
    "application/connect+xml, HTTP_2, 415",
    "application/connect+proto, HTTP_2, 415"
  })
  void whatCannotBeSpokenHereIsRefused(String contentType, Version version, int status)
      throws Exception {
    Answer answer = client(version).post(ECHO, contentType, envelopes(text("hello")));
    assertThat(answer.http().statusCode()).isEqualTo(status);
    Answer next = client(version).post(ECHO, WEB, envelopes(text("hello")));
    assertThat(trailers(next)).isEqualTo("grpc-status:0\r\n");
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void connectStreamEndsWithItsEnd(Version version) throws Exception {
    Answer answer =
        client(version).post(REPEATEDLY, "application/connect+proto", envelopes(repeat("m", 100)));
    assertThat(answer.http().statusCode()).isEqualTo(200);
    assertThat(answer.header("content-type")).isEqualTo("application/connect+proto");
    assertThat(answer.envelopes()).hasSize(101);
    assertThat(end(answer)).isEqualTo("{}");
  }

  @Test
  void connectRequestOfTwoMessagesIsRefusedInItsEnd() throws Exception {
    Answer answer =
        client(Version.HTTP_1_1)
            .post(REPEATEDLY, "application/connect+proto", envelopes(repeat("m", 3), text("x")));
    assertThat(answer.http().statusCode()).isEqualTo(200);
    assertThat(end(answer)).contains("\"code\":\"invalid_argument\"");
  }

  @Test
  void connectStreamIsRefusedForItsTimeout() throws Exception {
    Answer answer =
        client(Version.HTTP_1_1)
            .post(
                REPEATEDLY,
                "application/connect+proto",
                envelopes(repeat("m", 3)),
                "connect-timeout-ms",
                "1s");
    assertThat(end(answer)).contains("connect-timeout-ms is malformed");
  }
}
