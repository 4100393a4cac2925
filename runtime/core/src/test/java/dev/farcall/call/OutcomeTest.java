package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.fixture.Gone;
import dev.farcall.fixture.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one classifier. */
class OutcomeTest {

  private static final Operation<String, String> GET =
      Texts.unary("Get").errors(Gone.DECLARED).build();

  @ParameterizedTest
  @CsvSource({
    "OK, OK",
    "CANCELLED, SERVER_ERROR",
    "UNKNOWN, SERVER_ERROR",
    "INVALID_ARGUMENT, REFUSED",
    "DEADLINE_EXCEEDED, PEER_DEADLINE",
    "NOT_FOUND, REFUSED",
    "ALREADY_EXISTS, REFUSED",
    "PERMISSION_DENIED, REFUSED",
    "RESOURCE_EXHAUSTED, OVERLOADED",
    "FAILED_PRECONDITION, REFUSED",
    "ABORTED, REFUSED",
    "OUT_OF_RANGE, REFUSED",
    "UNIMPLEMENTED, CONTRACT_MISMATCH",
    "INTERNAL, SERVER_ERROR",
    "UNAVAILABLE, UNAVAILABLE",
    "DATA_LOSS, SERVER_ERROR",
    "UNAUTHENTICATED, REFUSED"
  })
  void a_status_has_one_row(Code code, Outcome outcome) {
    assertThat(Outcome.of(code)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "OK, NO, SUCCESS, SUCCESS, GROW, false",
    "DECLARED_ERROR, NO, SUCCESS, SUCCESS, GROW, false",
    "TRANSIENT_ERROR, IF_IDEMPOTENT, SUCCESS, FAILURE, GROW, true",
    "REFUSED, NO, DOUBTFUL, IGNORE, GROW, false",
    "OVERLOADED, WHEN_TOLD, NEUTRAL, IGNORE, SHRINK, true",
    "UNAVAILABLE, IF_IDEMPOTENT, FAILURE, FAILURE, SHRINK, true",
    "CONNECTION_LOST, IF_IDEMPOTENT, UNREACHABLE, FAILURE, SHRINK, true",
    "NEVER_SENT, ALWAYS, UNREACHABLE, FAILURE, SHRINK, true",
    "SERVER_ERROR, IF_IDEMPOTENT, FAILURE, FAILURE, SHRINK, true",
    "PEER_DEADLINE, IF_IDEMPOTENT, FAILURE, FAILURE, SHRINK, true",
    "LOCAL_REJECT, NO, NEUTRAL, IGNORE, IGNORE, true",
    "OWN_LIMIT, IF_IDEMPOTENT, FAILURE, FAILURE, SHRINK, true",
    "INHERITED_LIMIT, NO, LATENCY, IGNORE, IGNORE, false",
    "CANCELLED, NO, LATENCY, IGNORE, IGNORE, false",
    "CONTRACT_MISMATCH, NO, NEUTRAL, IGNORE, IGNORE, true"
  })
  void a_row_says_what_each_policy_does(
      Outcome outcome,
      Outcome.Again again,
      Outcome.Score score,
      Verdict verdict,
      LimiterEffect limiter,
      boolean fallsBack) {
    assertThat(outcome.again()).isEqualTo(again);
    assertThat(outcome.score()).isEqualTo(score);
    assertThat(outcome.verdict()).isEqualTo(verdict);
    assertThat(outcome.limiter()).isEqualTo(limiter);
    assertThat(outcome.fallsBack()).isEqualTo(fallsBack);
  }

  @Test
  void a_declared_error_that_passes_is_a_row_of_its_own() {
    Operation<String, String> get =
        Texts.unary("Get").errors(Gone.passingAfter(Duration.ofMillis(100))).build();
    List<ErrorDetail> gone = List.of(new ErrorDetail("test.Gone", new byte[0]));
    assertThat(Failure.received(get, Code.NOT_FOUND, "gone", gone, Metadata.EMPTY).outcome())
        .isEqualTo(Outcome.TRANSIENT_ERROR);
  }

  private static Outcome received(ErrorDetail... details) {
    return Failure.received(GET, Code.NOT_FOUND, "gone", List.of(details), Metadata.EMPTY)
        .outcome();
  }

  @Test
  void an_error_is_declared_by_its_payload_or_by_its_reason_in_the_same_service() {
    assertThat(received(new ErrorDetail("test.Gone", new byte[0])))
        .isEqualTo(Outcome.DECLARED_ERROR);
    assertThat(received(new ErrorInfo("GONE", Texts.SERVICE, Map.of()).toDetail()))
        .isEqualTo(Outcome.DECLARED_ERROR);
    assertThat(received(new ErrorInfo("GONE", "other.Service", Map.of()).toDetail()))
        .isEqualTo(Outcome.REFUSED);
    assertThat(received(new ErrorDetail("test.Other", new byte[0]))).isEqualTo(Outcome.REFUSED);
    assertThat(received()).isEqualTo(Outcome.REFUSED);
  }
}
