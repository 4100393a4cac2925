package dev.farcall.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.Silence;
import dev.farcall.fixture.TextCodec;
import dev.farcall.fixture.Texts;
import dev.farcall.spi.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterceptedTest {

  private static final Operation<String, String> GET = Texts.unary("Get").build();

  private final List<String> steps = new ArrayList<>();

  private Interceptor noting(String name) {
    return (request, next) -> {
      steps.add(name + " in");
      return next.send(request)
          .thenApply(
              response -> {
                steps.add(name + " out");
                return response;
              });
    };
  }

  private static Response ok() {
    return Response.of(Payload.of(TextCodec.TEXT, "b"), Metadata.EMPTY);
  }

  @Test
  void the_first_is_the_outermost_in_and_out() {
    Silence end = new Silence();
    ServerPipeline.interceptors(List.of(noting("a"), noting("b")))
        .around(end)
        .send(Texts.request(GET, "x"));
    end.answer.complete(ok());
    assertThat(steps).containsExactly("a in", "b in", "b out", "a out");
  }

  static Stream<Interceptor> broken() {
    return Stream.of(
        (request, next) -> {
          throw new IllegalStateException("secret");
        },
        (request, next) -> {
          throw new AssertionError("secret");
        },
        (request, next) -> null,
        (request, next) -> CompletableFuture.failedFuture(new IllegalStateException("secret")),
        (request, next) -> CompletableFuture.completedFuture(null),
        (request, next) ->
            CompletableFuture.runAsync(() -> {}).thenApply(nothing -> (Response) null));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void one_that_breaks_its_promise_fails_the_call_and_those_further_out_see_a_response(
      Interceptor broken) throws Exception {
    Request request = Texts.request(GET, "x");
    Response response =
        Await.get(
            ServerPipeline.interceptors(List.of(noting("a"), broken))
                .around(sent -> CompletableFuture.completedFuture(ok()))
                .send(request));
    Failure failure = response.failure();
    assertThat(failure.code()).isEqualTo(Code.INTERNAL);
    assertThat(failure.message()).isEqualTo("internal error");
    assertThat(failure.details()).singleElement().asString().contains("ErrorInfo");
    assertThat(steps).containsExactly("a in", "a out");
  }

  @Test
  void an_answer_that_is_there_is_passed_on_as_it_is() {
    CompletableFuture<Response> answer = CompletableFuture.completedFuture(ok());
    assertThat(
            ServerPipeline.interceptors(List.of((request, next) -> next.send(request)))
                .around(sent -> answer)
                .send(Texts.request(GET, "x")))
        .isSameAs(answer);
  }
}
