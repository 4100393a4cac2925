package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Format;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.route.Route;
import dev.farcall.route.RouteWriter;
import dev.farcall.route.Verb;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.MessageCodec;
import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls the first route of each method, of our own servers and of those that others wrote. Any
 * status of success is one; an answer without body is an absent result.
 */
final class RestClient implements ClientProtocol {

  private static final String JSON = "application/json";
  private static final String ACCEPT = JSON + ", application/problem+json";
  private static final String ACCEPT_STREAM =
      "application/x-ndjson, text/event-stream, application/problem+json";

  private final DecodeLimits limits;

  RestClient(DecodeLimits limits) {
    this.limits = limits;
  }

  @Override
  public @Nullable String refuses(Operation<?, ?> operation) {
    if (operation.kind().requestStream()) {
      return "REST has no streams of requests (expected: another wire, as connect)";
    }
    return operation.routes().isEmpty()
        ? "it has no route of HTTP (expected: @Get, @Post, @Put, @Patch or @Delete on the method;"
            + " or another wire, as connect)"
        : null;
  }

  @Override
  public Sent send(Request request) {
    return send(request.operation(), request);
  }

  private <Q, R> Sent send(Operation<Q, R> operation, Request request) {
    Route<Q, R> route = operation.routes().get(0);
    RouteWriter out = new RouteWriter(route.template());
    route.write(request.payload().value(operation.request()), out);
    byte[] body = out.bodyBytes();
    boolean stream = operation.kind().responseStream();
    return new Sent(
        route.verb().name(),
        out.target(),
        body == null ? null : JSON,
        stream ? ACCEPT_STREAM : ACCEPT,
        body == null ? new byte[0] : body,
        stream
            ? answer -> Response.failed(failure(answer))
            : answer -> read(answer, route, operation.response()),
        stream ? new StreamFormat(null, answer -> elements(answer, route)) : null);
  }

  @Override
  public void headers(MultiMap headers) {
    // what a call needs, HTTP has
  }

  private <R> Response read(Received answer, Route<?, R> route, MessageCodec<R> codec) {
    if (answer.isSuccess()) {
      return success(answer, route);
    }
    ErrorBody body = errorBody(answer);
    if (answer.status() == 404 && route.verb() == Verb.GET && body != null && body.absent()) {
      return absent(answer, route, codec);
    }
    return Response.failed(failure(answer, body));
  }

  private static @Nullable ErrorBody errorBody(Received answer) {
    return answer.isJson() ? ErrorBody.read(answer.body()) : null;
  }

  private static Failure failure(Received answer) {
    return failure(answer, errorBody(answer));
  }

  private static Failure failure(Received answer, @Nullable ErrorBody body) {
    Code code = body == null ? null : body.code();
    return body != null && code != null
        ? ErrorAnswers.told(answer, code, body)
        : ErrorAnswers.inferred(answer, ErrorAnswers.code(answer.status(), true), body);
  }

  /** A reader of lines or events; null if the answer is neither. */
  private @Nullable ElementReader elements(Received answer, Route<?, ?> route) {
    RestStreamAnswer stream = new RestStreamAnswer(answer, new ResultFormat(route), limits);
    return switch (answer.mediaType()) {
      case "text/event-stream" -> new EventElements(stream);
      // grpc-gateway calls its lines the last of these.
      case "application/x-ndjson", "application/ndjson", "application/json" ->
          new LineElements(stream);
      default -> null;
    };
  }

  private Response success(Received answer, Route<?, ?> route) {
    if (answer.body().length > 0 && !answer.mediaType().isEmpty() && !answer.isJson()) {
      String excerpt = answer.excerpt();
      return Response.failed(
          WireFailures.unusable(
              "the answer is "
                  + answer.describeType()
                  + " (expected: "
                  + JSON
                  + ")"
                  + (excerpt.isEmpty() ? "" : ", and begins: " + excerpt),
              answer.where()));
    }
    Payload payload = Payload.received(answer.body(), new ResultFormat(route), limits);
    return Response.of(payload, answer.headers());
  }

  private static <R> Response absent(Received answer, Route<?, R> route, MessageCodec<R> codec) {
    try {
      return Response.of(Payload.of(codec, route.absentResult()), answer.headers());
    } catch (DecodeException needed) {
      return Response.failed(
          WireFailures.unusable(
              "the answer says that there is nothing, where the contract needs something",
              answer.where()));
    }
  }

  /** The body of a route's answer, which is empty where there is no result. */
  private record ResultFormat(Route<?, ?> route) implements Format {

    @Override
    public <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value) {
      throw new EncodeException("an answer is only read here");
    }

    @Override
    public <T extends @Nullable Object> T decode(
        MessageCodec<T> codec, byte[] bytes, DecodeLimits limits) {
      @SuppressWarnings("unchecked") // a route belongs to the operation whose response this is
      Route<?, T> typed = (Route<?, T>) route;
      return bytes.length == 0
          ? typed.absentResult()
          : JsonReader.decode(bytes, JsonProfile.REST_CLIENT, limits, typed::readResult);
    }

    @Override
    public String toString() {
      return "the answer of " + route;
    }
  }
}
