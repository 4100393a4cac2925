package dev.farcall.grpc;

import dev.farcall.call.Caller;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.pipeline.ClientPipeline;
import dev.farcall.security.Tls;
import dev.farcall.spi.Transport;
import dev.farcall.spi.TransportOptions;
import dev.farcall.time.Time;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A client's transport, with and without the stack around it. */
final class TestClient implements AutoCloseable {

  private final Transport transport;

  private TestClient(TransportOptions options) {
    this.transport = new GrpcTransportProvider().open(options);
  }

  static TestClient plain() {
    return new TestClient(
        new TransportOptions(null, TestServer.MAX_MESSAGE_BYTES, false, Time.system()));
  }

  static TestClient gzip() {
    return new TestClient(
        new TransportOptions(null, TestServer.MAX_MESSAGE_BYTES, true, Time.system()));
  }

  static TestClient over(Tls tls) {
    return new TestClient(
        new TransportOptions(tls, TestServer.MAX_MESSAGE_BYTES, false, Time.system()));
  }

  /** Takes answers up to the size only. */
  static TestClient limited(int maxMessageBytes) {
    return new TestClient(new TransportOptions(null, maxMessageBytes, false, Time.system()));
  }

  Channel wire(String host, int port) {
    return transport.connect(Endpoint.of(host, port));
  }

  Channel wire(int port) {
    return wire("127.0.0.1", port);
  }

  /** The whole stack. */
  <Q, R> Caller<Q, R> caller(int port, Operation<Q, R> operation) {
    return new ClientPipeline(wire(port), Time.system(), null).bind(operation);
  }

  static <Q> Request request(Operation<Q, ?> operation, Q value) {
    return request(operation, value, new Cancellation());
  }

  static <Q> Request request(Operation<Q, ?> operation, Q value, Cancellation cancellation) {
    return Request.of(
        operation,
        Payload.of(operation.request(), value),
        Metadata.EMPTY,
        Deadline.NONE,
        cancellation);
  }

  /** Waits for the response of a channel, with a bound. */
  static Response send(Channel channel, Request request) throws Exception {
    CompletableFuture<Response> stage = channel.send(request).toCompletableFuture();
    return stage.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    transport.close();
  }
}
