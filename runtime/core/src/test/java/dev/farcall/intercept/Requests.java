package dev.farcall.intercept;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Deadline;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Origin;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.TextCodec;
import dev.farcall.fixture.Texts;
import dev.farcall.spi.ServedServices;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;

/** Requests as they come from a wire. */
final class Requests {

  static final Operation<String, String> GET = Texts.unary("Get").build();

  private Requests() {}

  static Request call(Metadata metadata) {
    return Request.of(
        GET,
        Payload.of(TextCodec.TEXT, "secret argument"),
        metadata,
        Deadline.NONE,
        new Cancellation());
  }

  static Request call() {
    return call(Metadata.EMPTY);
  }

  static Request from(String address) {
    return call().withOrigin(origin(address));
  }

  static Origin origin(String address) {
    try {
      return new Origin(
          "grpc", "", new InetSocketAddress(InetAddress.getByName(address), 40_000), null);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address, e);
    }
  }

  /** Over HTTP, and no call. */
  static Request noCall(String line) {
    return Request.of(
            ServedServices.NO_CALL,
            Payload.of(TextCodec.TEXT, ""),
            Metadata.EMPTY,
            Deadline.NONE,
            new Cancellation())
        .withOrigin(new Origin("http", line, origin("10.0.0.7").address(), null));
  }

  static CompletableFuture<Response> answer(Request request) {
    return CompletableFuture.completedFuture(
        Response.of(Payload.of(TextCodec.TEXT, "secret answer"), Metadata.EMPTY));
  }
}
