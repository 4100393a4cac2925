package dev.farcall.intercept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Silence;
import dev.farcall.time.ManualTime;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

  private static final Principal ADA = () -> "ada";

  private final ManualTime time = new ManualTime();
  private final CompletableFuture<Optional<Principal>> owner = new CompletableFuture<>();
  private final Silence next = new Silence();
  private final Authentication authentication =
      Authentication.bearer(
              token ->
                  switch (token) {
                    case "ada" -> CompletableFuture.completedFuture(Optional.of(ADA));
                    case "slow" -> owner;
                    case "broken" -> throw new IllegalStateException("secret");
                    case "failed" -> CompletableFuture.failedFuture(new IllegalStateException());
                    case "null" -> null;
                    default -> CompletableFuture.completedFuture(Optional.empty());
                  })
          .time(time)
          .exempt("test.Open/Get", "test.Public/*", "/docs", "/docs/*");

  private static Request with(String authorization) {
    return Requests.call(Metadata.of("authorization", authorization));
  }

  private Failure failure(Request request) throws Exception {
    CompletionStage<Response> stage = authentication.intercept(request, next);
    assertThat(next.request).isNull();
    return Await.get(stage).failure();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ada", "bearer ada", "BEARER   ada "})
  void the_owner_of_a_token_is_the_principal_from_there_on(String authorization) {
    CompletionStage<Response> stage = authentication.intercept(with(authorization), next);
    assertThat(stage).isSameAs(next.answer);
    assertThat(next.request.origin().principal()).isSameAs(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ada", "Basic ada", "Bearer", "Bearer  "})
  void without_a_token_the_caller_is_asked_for_one(String authorization) throws Exception {
    Failure failure = failure(with(authorization));
    assertThat(failure.code()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(failure.trailers().get("www-authenticate")).isEqualTo("Bearer");
    assertThat(failure(Requests.call()).code()).isEqualTo(Code.UNAUTHENTICATED);
  }

  @Test
  void a_token_that_nobody_owns_is_refused_and_not_repeated() throws Exception {
    Failure failure = failure(with("Bearer forged"));
    assertThat(failure.code()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(failure.message()).doesNotContain("forged");
    assertThat(failure.trailers().get("www-authenticate")).contains("invalid_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broken", "failed", "null"})
  void where_owners_cannot_be_found_out_nobody_is_let_in(String token) throws Exception {
    Failure failure = failure(with("Bearer " + token));
    assertThat(failure.code()).isEqualTo(Code.UNAVAILABLE);
    assertThat(failure.message()).doesNotContain("secret");
    assertThat(failure.cause()).isNull();
  }

  @Test
  void an_owner_may_be_found_later() throws Exception {
    CompletionStage<Response> stage =
        authentication.intercept(
            with("Bearer slow").withDeadline(Deadline.after(Duration.ofSeconds(1), time.now())),
            Requests::answer);
    assertThat(stage.toCompletableFuture()).isNotDone();
    owner.complete(Optional.of(ADA));
    assertThat(Await.get(stage).failure()).isNull();
    assertThat(time.pending()).isZero();
  }

  @Test
  void a_call_whose_deadline_passes_meanwhile_ends_and_never_goes_on() throws Exception {
    CompletionStage<Response> stage =
        authentication.intercept(
            with("Bearer slow").withDeadline(Deadline.after(Duration.ofSeconds(1), time.now())),
            next);
    time.advance(Duration.ofSeconds(1));
    assertThat(Await.get(stage).failure().code()).isEqualTo(Code.DEADLINE_EXCEEDED);
    owner.complete(Optional.of(ADA));
    assertThat(next.request).isNull();
  }

  @Test
  void a_call_that_is_given_up_meanwhile_ends_and_never_goes_on() throws Exception {
    Request request = with("Bearer slow");
    CompletionStage<Response> stage = authentication.intercept(request, next);
    request.cancellation().cancel(Reason.CALLER);
    assertThat(Await.get(stage).failure().code()).isEqualTo(Code.CANCELLED);
    owner.complete(Optional.of(ADA));
    assertThat(next.request).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /health/ready, true",
    "OPTIONS /users, true",
    "GET /docs, true",
    "GET /docs/js/page.js, true",
    "GET /openapi.json, false",
    "GET /docsecret, false",
    "GET /health/ready/x, false"
  })
  void requests_that_are_no_calls_are_asked_too_but_for_those_exempt(String line, boolean exempt)
      throws Exception {
    Response response =
        Await.get(authentication.intercept(Requests.noCall(line), Requests::answer));
    assertThat(response.failure() == null).isEqualTo(exempt);
  }

  @ParameterizedTest
  @CsvSource({"test.Open, Get, true", "test.Open, Put, false", "test.Public, Put, true"})
  void methods_may_be_exempt(String service, String method, boolean exempt) throws Exception {
    Request request =
        Request.of(
            dev.farcall.call.Operation.unary(
                    service, method, Requests.GET.request(), Requests.GET.response())
                .build(),
            Requests.call().payload(),
            Metadata.EMPTY,
            Deadline.NONE,
            Requests.call().cancellation());
    Response response = Await.get(authentication.intercept(request, Requests::answer));
    assertThat(response.failure() == null).isEqualTo(exempt);
  }

  @Test
  void a_name_that_can_match_nothing_is_a_mistake() {
    assertThatThrownBy(() -> authentication.exempt("GetUser"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GetUser (expected: Service/Method");
  }
}
