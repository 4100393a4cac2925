/**
 * What the wires have in common, without a byte of any transport: how gRPC, gRPC-Web and Connect
 * frame messages, say timeouts and tell failures, and how one call lives on a server whatever
 * engine carries it.
 *
 * <p>The text of the protocols: {@code GrpcTimeout}, {@code GrpcStatus}, {@code HttpCodes}, {@code
 * ConnectCode}, {@code ConnectError}. Their bytes: {@code Envelope}, {@code EnvelopeReader}, {@code
 * Gzip}. Nothing that a peer sends is believed before it is checked; what cannot be read is an
 * {@code UnreadableException} that knows its status.
 */
@NullMarked
package dev.farcall.protocol;

import org.jspecify.annotations.NullMarked;
