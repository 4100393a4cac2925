package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.UnreadableException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one whole body on the event loop: never more than the limit, never longer than the guard of
 * the connection has patience. What has not arrived takes no memory.
 */
final class BodyReader extends Awaited {

  private static final byte[] NOTHING = {};

  private final HttpExchange exchange;
  private final HttpServerRequest request;
  private final ErrorFormat errors;
  private final Consumer<byte[]> whole;
  private final int maxBytes;
  private boolean gzip;
  private boolean stopped;
  private byte[] bytes = NOTHING;
  private int length;

  BodyReader(HttpExchange exchange, ErrorFormat errors, Consumer<byte[]> whole) {
    this.exchange = exchange;
    this.request = exchange.request();
    this.errors = errors;
    this.whole = whole;
    this.maxBytes = exchange.services().maxMessageBytes();
  }

  void start() {
    String encoding = exchange.header(HttpHeaders.CONTENT_ENCODING);
    gzip = encoding != null && encoding.equalsIgnoreCase(Gzip.NAME);
    if (encoding != null && !gzip && !encoding.equalsIgnoreCase("identity")) {
      Failure failure = refused(Code.UNIMPLEMENTED, "content-encoding is unknown (expected: gzip)");
      exchange.answerNoCall(
          errors,
          failure,
          errors
              .answer(errors.unknownEncoding, failure)
              .with("accept-encoding", Gzip.NAME)
              .closing());
      return;
    }
    if (declared() > maxBytes) {
      tooLarge();
      return;
    }
    if ("100-continue".equalsIgnoreCase(exchange.header(HttpHeaders.EXPECT))) {
      exchange.response().writeContinue();
    }
    exchange.guard().await(this);
    request.handler(this::chunk);
    request.endHandler(end -> end());
  }

  /** What the request says of its length, which the engine has checked; 0 if it says nothing. */
  private long declared() {
    String text = exchange.header(HttpHeaders.CONTENT_LENGTH);
    try {
      return text == null ? 0 : Long.parseLong(text.trim());
    } catch (NumberFormatException beyondAnyLimit) {
      return Long.MAX_VALUE;
    }
  }

  private void chunk(Buffer chunk) {
    if (stopped) {
      return;
    }
    int more = chunk.length();
    if (more > maxBytes - length) {
      tooLarge();
      return;
    }
    if (length == 0) {
      bytes = chunk.getBytes();
    } else {
      if (more > bytes.length - length) {
        bytes =
            Arrays.copyOf(bytes, Math.max(length + more, (int) Math.min(2L * length, maxBytes)));
      }
      chunk.getBytes(bytes, length);
    }
    length += more;
  }

  private void end() {
    if (stopped) {
      return;
    }
    stop();
    byte[] body = bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
    bytes = NOTHING;
    if (gzip && length > 0) {
      try {
        body = Gzip.inflate(body, maxBytes);
      } catch (UnreadableException unreadable) {
        Failure failure = refused(unreadable.code(), unreadable.getMessage());
        int status = unreadable.code() == Code.RESOURCE_EXHAUSTED ? 413 : 400;
        exchange.refuse(errors, status, failure);
        return;
      }
    }
    byte[] message = body;
    exchange.guarded(() -> whole.accept(message));
  }

  private void tooLarge() {
    stop();
    exchange.refuseAndClose(
        errors,
        413,
        refused(
            Code.RESOURCE_EXHAUSTED, "the request is over the limit of " + maxBytes + " bytes"));
  }

  @Override
  void tooSlow() {
    stop();
    exchange.refuseAndClose(
        errors, 408, refused(Code.DEADLINE_EXCEEDED, "the body did not arrive in time"));
  }

  /** Takes no more of it. */
  void stop() {
    if (!stopped) {
      stopped = true;
      exchange.guard().arrived(this);
    }
  }

  private static Failure refused(Code code, @Nullable String message) {
    return Failure.of(Outcome.REFUSED, code, message == null ? "" : message);
  }
}
