package dev.farcall.call;

import java.util.concurrent.CompletionStage;

/**
 * Sends a request and promises a response. The wire is a channel, each policy is a channel around
 * another, the way to a server's implementation is a channel.
 *
 * <p>{@link #send} never throws and never blocks. Its stage always completes normally: a failure is
 * a {@link Response#failed failed response}, which says what happened as a value. It completes with
 * the first element of a stream or the end, whichever is first; {@link Response#done()} completes
 * once, at the end of all.
 *
 * <p>A request is given up by its {@link Cancellation}: a channel that holds it must then complete
 * its stage soon.
 *
 * <p>{@code toString()} prints the stack from here down.
 */
@FunctionalInterface
public interface Channel {
  CompletionStage<Response> send(Request request);
}
