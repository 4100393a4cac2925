package dev.farcall.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorDetail;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a failure is spelled by gRPC, Connect and HTTP. */
final class StatusTextsTest {

  private static final Failure FAILURE =
      new Failure(
          Outcome.REFUSED,
          Code.NOT_FOUND,
          "no \"user\"\n\u0001 grün",
          List.of(new ErrorDetail("acme.Gone", new byte[] {1, 2, 3, 4})),
          Metadata.of("advice", "wait").with("advice", "a \"while\""),
          null);

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "100 %", "grüße \uD83D\uDE00", "line\nbreak", "%41"})
  void messageOfGrpcIsReadAsItWasWritten(String message) {
    String sent = GrpcStatus.encodeMessage(message);
    assertThat(sent).matches("[ -~]*");
    assertThat(GrpcStatus.decodeMessage(sent)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "%", "%4", "%zz"})
  void whatIsNoEncodingStaysAsItIs(String message) {
    assertThat(GrpcStatus.decodeMessage(message)).isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource(value = Code.class, mode = EnumSource.Mode.EXCLUDE, names = "OK")
  void codeOfConnectIsReadAsItWasWritten(Code code) {
    assertThat(ConnectCode.of(ConnectCode.name(code))).isEqualTo(code);
    assertThat(HttpCodes.status(code)).isBetween(400, 504);
  }

  @ParameterizedTest
  @CsvSource({
    "CANCELLED, canceled, 499",
    "INVALID_ARGUMENT, invalid_argument, 400",
    "FAILED_PRECONDITION, failed_precondition, 400",
    "DEADLINE_EXCEEDED, deadline_exceeded, 504",
    "ALREADY_EXISTS, already_exists, 409",
    "UNIMPLEMENTED, unimplemented, 501"
  })
  void codesAreThoseOfTheTable(Code code, String name, int status) {
    assertThat(ConnectCode.name(code)).isEqualTo(name);
    assertThat(HttpCodes.status(code)).isEqualTo(status);
  }

  @Test
  void okIsNoErrorOfConnect() {
    assertThat(ConnectCode.of("ok")).isNull();
    assertThat(ConnectCode.of("cancelled")).isNull();
  }

  @Test
  void errorOfConnectIsReadAsItWasWritten() {
    ConnectError read = ConnectError.read(utf8(ConnectError.json(FAILURE)));
    assertThat(read.code()).isEqualTo(FAILURE.code());
    assertThat(read.message()).isEqualTo(FAILURE.message());
    assertThat(read.details()).hasSize(1);
    assertThat(read.details().get(0).type()).isEqualTo("acme.Gone");
    assertThat(read.details().get(0).value()).isEqualTo(new byte[] {1, 2, 3, 4});
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"code\":1}", "{\"code\":\"not_found\"", "nonsense"})
  void whatIsNoErrorOfConnectIsNone(String json) {
    assertThat(ConnectError.read(utf8(json))).isNull();
  }

  @Test
  void endOfAConnectStreamHasErrorAndMetadata() {
    assertThat(ConnectEnd.json(null)).isEqualTo("{}");
    assertThat(ConnectEnd.json(FAILURE))
        .startsWith("{\"error\":{\"code\":\"not_found\",")
        .endsWith("},\"metadata\":{\"advice\":[\"wait\",\"a \\\"while\\\"\"]}}");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1000000", "9999999999, 9999999999000000"})
  void timeoutOfConnectIsMilliseconds(String text, long nanos) {
    assertThat(ConnectTimeout.decode(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1s", "12345678901", " 1"})
  void malformedTimeoutOfConnectIsTold(String text) {
    assertThat(ConnectTimeout.decode(text)).isEqualTo(ConnectTimeout.MALFORMED);
  }

  @Test
  void timeoutOfConnectIsRoundedUpAndCut() {
    assertThat(Arrays.asList(1L, 1_000_000L, 1_000_001L, Long.MAX_VALUE))
        .extracting(ConnectTimeout::encode)
        .containsExactly("1", "1", "2", "9999999999");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
