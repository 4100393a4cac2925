package dev.farcall.pipeline;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.server.Failures;
import dev.farcall.spi.Interceptor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A channel that passes an interceptor first. One that throws, answers null or fails its stage, as
 * it must not, fails the call, in a way that those further out can rely on.
 */
record Intercepted(Interceptor interceptor, Channel next) implements Channel {

  @Override
  public CompletionStage<Response> send(Request request) {
    CompletionStage<Response> stage;
    try {
      stage = interceptor.intercept(request, next);
    } catch (Throwable thrown) { // whatever it is, its caller must not hang
      return CompletableFuture.completedFuture(broken(request, thrown));
    }
    if (stage == null) {
      return CompletableFuture.completedFuture(broken(request, null));
    }
    return hasAnswered(stage)
        ? stage
        : stage.handle((response, thrown) -> response != null ? response : broken(request, thrown));
  }

  private static boolean hasAnswered(CompletionStage<Response> stage) {
    return stage instanceof CompletableFuture<Response> future
        && future.isDone()
        && !future.isCompletedExceptionally()
        && future.join() != null;
  }

  private Response broken(Request request, @Nullable Throwable thrown) {
    String told = "interceptor " + interceptor + " did not answer (expected: a Response)";
    return Response.failed(
        Failures.internal(request.operation(), new IllegalStateException(told, thrown)));
  }

  @Override
  public String toString() {
    return interceptor + " > " + next;
  }
}
