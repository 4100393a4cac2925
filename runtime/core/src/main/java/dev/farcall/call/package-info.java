/**
 * The life of a call. A generated client turns arguments into a request and hands it to its {@link
 * dev.farcall.call.Caller}; that sends it through a stack of {@link dev.farcall.call.Channel}s,
 * each a {@link dev.farcall.call.Layer} around the next, the last of them the wire. On the other
 * side the wire hands it to the channel of a {@link dev.farcall.call.Handler}, which a generated
 * {@link dev.farcall.call.Dispatcher} bound to an implementation. A failure is a value ({@link
 * dev.farcall.call.Failure}, {@link dev.farcall.call.Outcome}) until the typed end turns it into an
 * exception.
 *
 * <p>Knows {@code time} and {@code wire}, nothing above.
 */
@NullMarked
package dev.farcall.call;

import org.jspecify.annotations.NullMarked;
