package dev.farcall.spi;

import dev.farcall.call.Channel;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import java.util.concurrent.CompletionStage;

/**
 * A step that each call to a server passes on its way in and on its way out, over every wire, in
 * the order in which the server's builder was told of them: the first is the outermost. Logging,
 * authentication and limits are interceptors.
 *
 * <p>A request that is no call (to an unknown method or path, say) passes them too, with {@link
 * ServedServices#NO_CALL} as its operation.
 *
 * <pre>{@code
 * Interceptor refuseGuests = (request, next) ->
 *     request.origin().principal() == null
 *         ? CompletableFuture.completedFuture(
 *             Response.failed(Failure.of(Outcome.REFUSED, Code.UNAUTHENTICATED, "who are you?")))
 *         : next.send(request);
 * }</pre>
 *
 * <p>As a channel it never throws and never blocks: it runs on the event loop.
 */
@FunctionalInterface
public interface Interceptor {

  /** Answers, as a rule by {@code next.send(request)} with something done before or after. */
  CompletionStage<Response> intercept(Request request, Channel next);
}
