/**
 * The way from a request to a served implementation and back. {@link dev.farcall.server.Answering}
 * turns a {@link dev.farcall.call.Handler} into a {@link dev.farcall.call.Channel}: it decodes the
 * request, runs the implementation with its {@link dev.farcall.call.CallContext} current, on the
 * calling event loop or on {@link dev.farcall.server.ServerThreads}, and encodes the result, all
 * inside our own code so that no failure loses its status. What an implementation throws becomes a
 * {@link dev.farcall.call.Failure} in one place, {@code Failures}, which lets nothing out that its
 * author did not mean for the peer.
 */
@NullMarked
package dev.farcall.server;

import org.jspecify.annotations.NullMarked;
