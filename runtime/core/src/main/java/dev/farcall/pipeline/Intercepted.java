package dev.farcall.pipeline;

import dev.farcall.call.Channel;
import dev.farcall.call.Failure;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A channel that passes an interceptor first. One that throws, as it must not, fails the call. */
record Intercepted(Interceptor interceptor, Channel next) implements Channel {

  private static final Logger LOG = System.getLogger("dev.farcall.server");

  @Override
  public CompletionStage<Response> send(Request request) {
    CompletionStage<Response> stage = null;
    RuntimeException thrown = null;
    try {
      stage = interceptor.intercept(request, next);
    } catch (RuntimeException e) {
      thrown = e;
    }
    return stage != null ? stage : broken(request, thrown);
  }

  private CompletionStage<Response> broken(Request request, @Nullable RuntimeException thrown) {
    LOG.log(Level.ERROR, interceptor + " broke its promise to answer " + request, thrown);
    return CompletableFuture.completedFuture(
        Response.failed(Failure.ofBrokenChannel("an interceptor", null)));
  }

  @Override
  public String toString() {
    return interceptor + " > " + next;
  }
}
