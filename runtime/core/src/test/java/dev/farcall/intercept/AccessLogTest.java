package dev.farcall.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Origin;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Silence;
import dev.farcall.time.ManualTime;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccessLogTest {

  private final ManualTime time = new ManualTime();
  private final Lines lines = new Lines();
  private final AccessLog log = new AccessLog(time, lines);

  private static final class Lines implements System.Logger {
    private final List<String> got = new ArrayList<>();
    private boolean on = true;

    @Override
    public String getName() {
      return "dev.farcall.access";
    }

    @Override
    public boolean isLoggable(Level level) {
      return on && level == Level.INFO;
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      throw new AssertionError("expected: no throwable");
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Object... none) {
      assertThat(isLoggable(level)).isTrue();
      assertThat(none).isNullOrEmpty(); // else braces in it would be places for them
      got.add(message);
    }
  }

  private String only() {
    assertThat(lines.got).hasSize(1);
    return lines.got.get(0);
  }

  private void log(Request request, Response response) {
    log.intercept(request, sent -> CompletableFuture.completedFuture(response));
  }

  @Test
  void a_call_is_one_line_that_says_who_what_how_and_how_long() {
    Silence next = new Silence();
    log.intercept(Requests.from("10.0.0.7"), next);
    time.advance(Duration.ofNanos(12_345_678));
    assertThat(lines.got).isEmpty();
    next.answer.complete(Requests.answer(next.request).join());
    assertThat(only())
        .isEqualTo(
            "method=test.Texts/Get protocol=grpc peer=10.0.0.7:40000 code=OK outcome=OK ms=12.345");
  }

  @Test
  void a_failure_shows_its_code_and_never_its_message() {
    log(
        Requests.from("2001:db8::1"),
        Response.failed(Failure.of(Outcome.REFUSED, Code.NOT_FOUND, "secret message")));
    assertThat(only())
        .contains("peer=[2001:db8:0:0:0:0:0:1]:40000 code=NOT_FOUND outcome=REFUSED ms=0.000");
  }

  @Test
  void a_request_that_is_no_call_is_its_line() {
    log(
        Requests.noCall("GET /nowhere"),
        Response.failed(Failure.of(Outcome.CONTRACT_MISMATCH, Code.UNIMPLEMENTED, "")));
    assertThat(only())
        .isEqualTo(
            "line=\"GET /nowhere\" protocol=http peer=10.0.0.7:40000 code=UNIMPLEMENTED"
                + " outcome=CONTRACT_MISMATCH ms=0.000");
  }

  @Test
  void those_further_in_tell_it_the_id_and_the_principal() {
    Channel authentication =
        request -> {
          Principal ada = () -> "ada";
          return Requests.answer(request.withOrigin(request.origin().withPrincipal(ada)));
        };
    log.intercept(
        Requests.call(Metadata.of("x-request-id", "id-7")),
        request -> new RequestIds().intercept(request, authentication));
    assertThat(only()).contains(" principal=ada ").endsWith(" id=id-7");
  }

  @Test
  void an_id_is_logged_also_if_it_was_made_and_the_call_failed() {
    log.intercept(
        Requests.call(Metadata.of("x-request-id", "not well formed")),
        request ->
            new RequestIds()
                .intercept(
                    request,
                    sent ->
                        CompletableFuture.completedFuture(
                            Response.failed(Failure.of(Outcome.REFUSED, Code.ABORTED, "")))));
    assertThat(only()).containsPattern(" id=[0-9a-f]{32}$").doesNotContain("well");
  }

  @Test
  void a_stream_is_logged_at_its_end() {
    CompletableFuture<Outcome> done = new CompletableFuture<>();
    log(
        Requests.call(),
        Response.streaming(subscriber -> {}, Metadata.of("x-request-id", "s-1"), done));
    time.advance(Duration.ofSeconds(3));
    assertThat(lines.got).isEmpty();
    done.complete(Outcome.SERVER_ERROR);
    assertThat(only())
        .isEqualTo("method=test.Texts/Get protocol=local outcome=SERVER_ERROR ms=3000.000 id=s-1");
  }

  @Test
  void nothing_that_a_caller_sends_begins_a_line_or_a_field() {
    Origin hostile =
        new Origin("rest", "GET /a\r\nmethod=x \u2028\u001b[31m\"", null, () -> "eve code=OK\\\"");
    log(Requests.call().withOrigin(hostile), Requests.answer(Requests.call()).join());
    assertThat(only())
        .contains("line=\"GET /a\\u000d\\u000amethod=x \\u2028\\u001b[31m\\\"\" protocol=rest")
        .contains("principal=\"eve code=OK\\\\\\\"\" code=OK");
    assertThat(only().chars()).allMatch(c -> c >= ' ' && c <= '~');
  }

  @Test
  void what_is_long_is_cut() {
    log(Requests.noCall("GET /" + "a".repeat(10_000)), Requests.answer(Requests.call()).join());
    assertThat(only()).hasSizeLessThan(1_000).contains("aaa...\"");
  }

  @Test
  void arguments_and_answers_are_not_in_it() {
    log(
        Requests.call(Metadata.of("authorization", "Bearer secret")),
        Requests.answer(Requests.call()).join());
    assertThat(only()).doesNotContain("secret");
  }

  @Test
  void a_log_that_is_off_does_not_touch_the_call() {
    lines.on = false;
    Request request = Requests.call();
    Silence next = new Silence();
    assertThat(log.intercept(request, next)).isSameAs(next.answer);
    assertThat(next.request).isSameAs(request);
  }
}
