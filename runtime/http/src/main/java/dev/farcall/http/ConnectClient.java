package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Format;
import dev.farcall.call.JsonFormat;
import dev.farcall.call.Kind;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.wire.DecodeLimits;
import io.vertx.core.MultiMap;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Connect's calls: with one message each way, and with streams.
 *
 * @see <a href="https://connectrpc.com/docs/protocol">Connect's protocol</a>
 */
final class ConnectClient implements ClientProtocol {

  /** Why a call with streams both ways is not made over HTTP/1.1. */
  static final String NEEDS_HTTP_2 =
      "streams both ways need HTTP/2 (expected: a wire and a peer that speak it)";

  private static final int MAX_URL_BYTES = 8 << 10;

  private final DecodeLimits limits;
  private final Format format;
  private final String codec;
  private final String contentType;
  private final boolean get;
  private final boolean http1;
  private final String streamType;
  private final StreamFormat stream;

  ConnectClient(ClientSettings settings, DecodeLimits limits) {
    this.limits = limits;
    this.format = settings.json() ? JsonFormat.PROTO : Format.PROTOBUF;
    this.codec = settings.json() ? "json" : "proto";
    this.contentType = "application/" + codec;
    this.get = settings.get();
    this.http1 = settings.protocols() == ClientSettings.Protocols.HTTP_1_1;
    this.streamType = "application/connect+" + codec;
    this.stream =
        new StreamFormat(format, answer -> ConnectElements.of(answer, streamType, format, limits));
  }

  @Override
  public @Nullable String refuses(Operation<?, ?> operation) {
    return http1 && operation.kind() == Kind.BIDI_STREAMING ? NEEDS_HTTP_2 : null;
  }

  @Override
  public Sent send(Request request) {
    Operation<?, ?> operation = request.operation();
    String path = "/" + operation.path();
    byte[] message = operation.kind().requestStream() ? null : request.payload().bytes(format);
    if (message == null || operation.kind().responseStream()) {
      return new Sent("POST", path, streamType, streamType, message, this::read, stream);
    }
    if (get && operation.safe()) {
      String target = path + query(message);
      if (target.length() <= MAX_URL_BYTES) {
        return new Sent("GET", target, null, contentType, new byte[0], this::read, null);
      }
    }
    return new Sent("POST", path, contentType, contentType, message, this::read, null);
  }

  /** JSON in base64 too: it is shorter than what percents make of it. */
  private String query(byte[] message) {
    return "?connect=v1&encoding="
        + codec
        + "&base64=1&message="
        + Base64.getUrlEncoder().withoutPadding().encodeToString(message);
  }

  @Override
  public void headers(MultiMap headers) {
    headers.set("connect-protocol-version", "1");
  }

  private Response read(Received answer) {
    if (answer.status() != 200) {
      return Response.failed(failure(answer));
    }
    if (!answer.mediaType().equals(contentType)) {
      return Response.failed(
          WireFailures.unusable(
              "the answer is " + answer.describeType() + " (expected: " + contentType + ")",
              answer.where()));
    }
    return Response.of(Payload.received(answer.body(), format, limits), answer.headers());
  }

  private static Failure failure(Received answer) {
    ErrorBody body = answer.isJson() ? ErrorBody.read(answer.body()) : null;
    Code code = body == null ? null : body.code();
    if (body != null && code != null) {
      return ErrorAnswers.told(answer, code, body);
    }
    Code inferred = ErrorAnswers.code(answer.status(), false);
    return inferred == Code.UNIMPLEMENTED
        ? WireFailures.noSuchMethod(answer)
        : ErrorAnswers.inferred(answer, inferred, body);
  }
}
