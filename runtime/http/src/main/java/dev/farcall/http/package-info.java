/**
 * HTTP on Vert.x, server and client: REST, Connect, gRPC and gRPC-Web from the same interfaces.
 *
 * <p>A server begins with {@link dev.farcall.http.Http}, a port. Each request that comes in becomes
 * an exchange; the front doors are asked in turn whether it is theirs, and the one that takes it
 * makes a {@link dev.farcall.call.Request} of it and sends it to the channel of its method. Bodies
 * are decoded behind that channel, never in a callback of the engine.
 *
 * <p>A client begins with {@link dev.farcall.http.HttpWire}, found as the wires {@code connect} and
 * {@code rest}. Its {@code HttpTransport} makes an {@code HttpChannel} for each endpoint, which
 * makes a {@code ClientExchange} for each call, a {@code UnaryExchange} or a {@code
 * StreamExchange}; {@code ConnectClient} and {@code RestClient} say how the call is spelled, and by
 * an {@code ElementReader} how the elements of an answer are found in its body.
 *
 * <p>Streams are pulled from end to end: a server writes by a {@code WriteQueue} while the engine
 * has room, a client takes bytes while elements are wanted, and the windows of HTTP/2 or the
 * buffers of the sockets stand between them.
 */
@NullMarked
package dev.farcall.http;

import org.jspecify.annotations.NullMarked;
