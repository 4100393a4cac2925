package dev.farcall.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallContext;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Silence;
import dev.farcall.pipeline.ClientPipeline;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

  private static final String HEADER = RequestIds.HEADER;

  private final Silence next = new Silence();

  private Response answered(Metadata metadata) throws Exception {
    CompletionStage<Response> stage = new RequestIds().intercept(Requests.call(metadata), next);
    next.answer.complete(Requests.answer(next.request).join());
    return Await.get(stage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "5f0c-A_1.b:c+d/e=", "0123456789abcdef"})
  void a_well_formed_id_is_taken_and_given_back(String id) throws Exception {
    Response response = answered(Metadata.of("x-other", "1").with(HEADER, id));
    assertThat(CallContext.of(next.request).metadata().all(HEADER)).containsExactly(id);
    assertThat(next.request.metadata().get("x-other")).isEqualTo("1");
    assertThat(response.headers().get(HEADER)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "<script>", "a;b", "%0d%0a"})
  void any_other_is_replaced(String id) throws Exception {
    Response response = answered(Metadata.of(HEADER, id));
    assertThat(next.request.metadata().all(HEADER)).hasSize(1);
    assertThat(response.headers().get(HEADER)).matches("[0-9a-f]{32}");
  }

  @Test
  void an_id_has_at_most_128_characters() throws Exception {
    String id = "a".repeat(129);
    assertThat(answered(Metadata.of(HEADER, id)).headers().get(HEADER)).hasSize(32);
  }

  @Test
  void two_requests_without_one_get_two() {
    new RequestIds().intercept(Requests.call(), next);
    String first = next.request.metadata().get(HEADER);
    new RequestIds().intercept(Requests.call(), next);
    assertThat(next.request.metadata().get(HEADER)).isNotEqualTo(first);
  }

  @Test
  void a_failure_has_it_in_its_trailers_beside_what_was_there() throws Exception {
    Failure failure =
        Failure.of(Outcome.REFUSED, Code.NOT_FOUND, "no")
            .plusTrailers(Metadata.of("retry-after", "1"));
    Response response =
        Await.get(
            new RequestIds()
                .intercept(
                    Requests.call(Metadata.of(HEADER, "id-1")),
                    request -> CompletableFuture.completedFuture(Response.failed(failure))));
    Metadata trailers = response.failure().trailers();
    assertThat(trailers.get(HEADER)).isEqualTo("id-1");
    assertThat(trailers.get("retry-after")).isEqualTo("1");
  }

  @Test
  void a_nested_call_carries_it_only_if_that_is_asked_for() throws Exception {
    Metadata given = Metadata.of(HEADER, "id-1");
    new RequestIds().intercept(Requests.call(given), next);
    assertThat(nested().all(HEADER)).isEmpty();
    new RequestIds().passOn().intercept(Requests.call(given), next);
    assertThat(nested().all(HEADER)).containsExactly("id-1");
  }

  /** The metadata of a call that is made while the request is answered. */
  private Metadata nested() throws Exception {
    Silence wire = new Silence();
    CompletableFuture<String> call =
        CallContext.of(next.request)
            .call(
                () ->
                    new ClientPipeline(wire, Time.system(), null)
                        .bind(Requests.GET)
                        .start("nested", Metadata.EMPTY));
    wire.answer.complete(Response.failed(Failure.of(Outcome.REFUSED, Code.ABORTED, "")));
    assertThat(call).isCompletedExceptionally();
    return wire.request.metadata();
  }
}
