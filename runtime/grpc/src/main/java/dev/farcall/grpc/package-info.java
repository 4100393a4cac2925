/**
 * The gRPC wire, on grpc-java and Netty. {@link dev.farcall.grpc.Grpc} is the way in for a server;
 * the client side is found by its provider.
 *
 * <p>gRPC sees every message as bytes. Values are encoded before it hears of them and decoded after
 * it has let go: an exception in one of its marshallers would lose the call's status. What goes
 * wrong while bytes are read is handed on as a mark ({@link dev.farcall.grpc.BytesMarshaller}) and
 * answered with a status of its own.
 *
 * <p>Client: {@code GrpcTransport} makes an {@code EndpointChannel} for each endpoint, which makes
 * a {@code UnaryExchange} or a {@code StreamExchange} for each call. Server: {@code GrpcServer}
 * looks a method up in {@code ServedMethods} and makes a {@code GrpcServerCall} for each call. What
 * is the same on every wire, the life of a call on the server and the two directions of a stream,
 * is core's: {@code dev.farcall.protocol}.
 *
 * <p>Stubs that protoc made are served too: {@code farcall:///users} is the target of any channel
 * of grpc-java, resolved by {@code FarcallNameResolver} and balanced by {@code
 * FarcallLoadBalancer}.
 *
 * <p>Everything runs on the event loop that the bytes come from; no thread is ours but those.
 */
@NullMarked
package dev.farcall.grpc;

import org.jspecify.annotations.NullMarked;
