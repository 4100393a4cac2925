package dev.farcall.http;

import static dev.farcall.annotation.Code.DEADLINE_EXCEEDED;
import static dev.farcall.annotation.Code.RESOURCE_EXHAUSTED;
import static dev.farcall.annotation.Code.UNIMPLEMENTED;

import dev.farcall.annotation.Code;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Endpoint;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.spi.Link;
import dev.farcall.wire.EncodeException;
import io.vertx.core.Context;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The wire to one endpoint. */
final class HttpChannel implements Link {

  private final HttpTransport transport;
  private final Endpoint endpoint;
  private final SocketAddress address;
  private final Context loop;

  /**
   * @param loop where all that has to do with the endpoint runs
   */
  HttpChannel(HttpTransport transport, Endpoint endpoint, Context loop) {
    this.transport = transport;
    this.endpoint = endpoint;
    this.address = SocketAddress.inetSocketAddress(endpoint.port(), endpoint.host());
    this.loop = loop;
  }

  @Override
  public CompletionStage<Response> send(Request request) {
    String why = transport.protocol().refuses(request.operation());
    if (why != null) {
      return rejected(UNIMPLEMENTED, why, request);
    }
    ClientProtocol.Sent sent;
    try {
      sent = transport.protocol().send(request);
    } catch (EncodeException e) {
      return failed(Failure.notEncodable(e));
    }
    Cancellation.Reason reason = request.cancellation().reason();
    if (reason != null) {
      return failed(Failure.givenUp(reason, where(request)));
    }
    byte[] body = sent.body();
    if (body != null && body.length > transport.maxMessageBytes()) {
      String found =
          "the request has "
              + body.length
              + " bytes (expected: at most "
              + transport.maxMessageBytes()
              + ")";
      return rejected(RESOURCE_EXHAUSTED, found, request);
    }
    if (request.deadline().isSet() && request.deadline().expired(transport.time().now())) {
      return rejected(DEADLINE_EXCEEDED, "the deadline had passed before it was sent", request);
    }
    StreamFormat stream = sent.stream();
    ClientExchange exchange =
        stream == null
            ? new UnaryExchange(this, request, sent)
            : new StreamExchange(this, request, sent, stream);
    return exchange.start();
  }

  private CompletionStage<Response> rejected(Code code, String why, Request request) {
    return failed(Failure.of(Outcome.LOCAL_REJECT, code, why + ": " + where(request)));
  }

  private static CompletionStage<Response> failed(Failure failure) {
    return CompletableFuture.completedFuture(Response.failed(failure));
  }

  /** Which call, and where to, for messages. */
  String where(Request request) {
    return request.operation() + " at " + endpoint;
  }

  HttpTransport transport() {
    return transport;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Where its connections go, whatever the peer calls itself. */
  SocketAddress address() {
    return address;
  }

  Context loop() {
    return loop;
  }

  /** Nothing is its own: connections that nobody uses end by themselves. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return transport + " " + endpoint;
  }
}
