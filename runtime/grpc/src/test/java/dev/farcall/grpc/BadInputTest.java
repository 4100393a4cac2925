package dev.farcall.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.call.Handler;
import dev.farcall.call.Outcome;
import dev.farcall.wire.EncodeException;
import io.grpc.CallOptions;
import io.grpc.Compressor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a foreign client gets for bytes, sizes and names that are wrong; the server goes on. */
final class BadInputTest {

  private static final int LIMIT = TestServer.MAX_MESSAGE_BYTES;

  private TestServer server;
  private Raw raw;

  @BeforeEach
  void start() throws Exception {
    Handler<String, String> handler =
        Handler.blocking(
            Echo.ECHO,
            (text, context) ->
                switch (text) {
                  case "large" -> "x".repeat(LIMIT);
                  case "medium" -> "x".repeat(2_000);
                  default -> text;
                });
    server = TestServer.of(handler);
    raw = new Raw(server.port());
  }

  @AfterEach
  void serverGoesOn() {
    try {
      byte[] hello = {10, 5, 'h', 'e', 'l', 'l', 'o'};
      assertThat(raw.call(Echo.ECHO, hello)).isEqualTo(hello);
    } finally {
      raw.close();
      server.close();
    }
  }

  private StatusRuntimeException failure(byte[] message) {
    return failure(Echo.ECHO.path(), message, CallOptions.DEFAULT);
  }

  private StatusRuntimeException failure(String path, byte[] message, CallOptions options) {
    StatusRuntimeException failure =
        catchThrowableOfType(StatusRuntimeException.class, () -> raw.call(path, message, options));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void bytesThatAreNoMessageAreAnInvalidArgumentWithAReason() throws Exception {
    StatusRuntimeException e = failure(new byte[] {10, 100, 'x'});
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(e.getStatus().getDescription()).doesNotContain("Exception", "dev.farcall");
    BadRequest detail =
        StatusProto.fromThrowable(e).getDetailsList().get(0).unpack(BadRequest.class);
    assertThat(detail.getFieldViolations(0).getDescription()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4 << 20, 40 << 20})
  void requestOverTheLimitIsResourceExhausted(int over) {
    StatusRuntimeException e = failure(text(LIMIT + over));
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void compressedRequestThatGrowsOverTheLimitIsResourceExhausted() {
    CallOptions gzip = CallOptions.DEFAULT.withCompression("gzip");
    StatusRuntimeException e = failure(Echo.ECHO.path(), text(60 << 20), gzip);
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void requestThatIsNotWhatItsCompressionSaysIsAnInvalidArgument() {
    raw.close();
    raw = new Raw(server.port(), new NotGzip());
    CallOptions gzip = CallOptions.DEFAULT.withCompression("gzip");
    StatusRuntimeException e = failure(Echo.ECHO.path(), text(100), gzip);
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(e.getStatus().getDescription()).contains("cannot be decompressed");
  }

  @Test
  void answerOverTheLimitIsResourceExhausted() {
    StatusRuntimeException e = failure(new byte[] {10, 5, 'l', 'a', 'r', 'g', 'e'});
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(e.getStatus().getDescription()).contains("1048576 bytes");
  }

  @Test
  void answerThatCannotBeEncodedIsInternalWithAnErrorId() throws Exception {
    byte[] text = Echo.UNSPEAKABLE.getBytes(UTF_8);
    byte[] unspeakable = Arrays.copyOf(new byte[] {10, (byte) text.length}, 2 + text.length);
    System.arraycopy(text, 0, unspeakable, 2, text.length);
    StatusRuntimeException e = failure(unspeakable);
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    ErrorInfo info = StatusProto.fromThrowable(e).getDetailsList().get(0).unpack(ErrorInfo.class);
    assertThat(info.getMetadataMap()).containsKey("errorId");
    assertThat(e.getStatus().getDescription()).doesNotContain("unspeakable");
  }

  @Test
  void unknownMethodIsUnimplemented() {
    StatusRuntimeException e = failure(Echo.SERVICE + "/Shout", new byte[0], CallOptions.DEFAULT);
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(e.getStatus().getDescription())
        .isEqualTo(Echo.SERVICE + "/Shout: the service has no such method");
  }

  @Test
  void unknownServiceIsUnimplemented() {
    StatusRuntimeException e = failure("no.Such/Method", new byte[0], CallOptions.DEFAULT);
    assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(e.getStatus().getDescription())
        .isEqualTo("no.Such/Method: there is no such service here");
  }

  @Test
  void requestThatCannotBeEncodedIsNotSent() {
    try (TestClient client = TestClient.plain()) {
      assertThatThrownBy(() -> client.caller(server.port(), Echo.ECHO).call(Echo.UNSPEAKABLE))
          .isInstanceOf(EncodeException.class)
          .hasMessageContaining("unspeakable");
    }
  }

  @Test
  void requestOverTheLimitIsNotSent() throws Exception {
    try (TestClient client = TestClient.plain()) {
      assertThatThrownBy(() -> client.caller(server.port(), Echo.ECHO).call("x".repeat(LIMIT + 1)))
          .isInstanceOfSatisfying(
              CallException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
                assertThat(e.outcome()).isEqualTo(Outcome.LOCAL_REJECT);
              });
    }
  }

  @Test
  void answerOverTheClientsLimitIsResourceExhaustedAndNoFaultOfTheServer() {
    try (TestClient client = TestClient.limited(1000)) {
      assertThatThrownBy(() -> client.caller(server.port(), Echo.ECHO).call("medium"))
          .isInstanceOfSatisfying(
              CallException.class,
              e -> {
                assertThat(e.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
                assertThat(e.outcome()).isEqualTo(Outcome.CONTRACT_MISMATCH);
                assertThat(e).hasMessageContaining("127.0.0.1:" + server.port());
              });
    }
  }

  /** An EchoRequest with a message of that many characters. */
  private static byte[] text(int length) {
    byte[] message = new byte[length + 6];
    Arrays.fill(message, (byte) 'x');
    message[0] = 10;
    for (int i = 0; i < 5; i++) {
      int more = i < 4 ? 0x80 : 0;
      message[1 + i] = (byte) (((length >>> (7 * i)) & 0x7f) | more);
    }
    return message;
  }

  /** Says gzip and does nothing. */
  private static final class NotGzip implements Compressor {
    @Override
    public String getMessageEncoding() {
      return "gzip";
    }

    @Override
    public OutputStream compress(OutputStream out) {
      return out;
    }
  }
}
