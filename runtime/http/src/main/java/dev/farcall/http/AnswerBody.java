package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.Failure;
import dev.farcall.call.Response;
import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.UnreadableException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the whole body of an answer and ends the call with what it says: all of an answer with
 * one message, or the beginning of an error's. Of the event loop.
 */
final class AnswerBody {

  /** Of an error's answer; no more is read. */
  private static final int MAX_ERROR_BYTES = 64 << 10;

  private static final Set<String> KNOWN_ENCODINGS = Set.of(Gzip.NAME, "identity");

  private final ClientExchange exchange;
  private final HttpClientResponse head;

  private @Nullable Buffer body;
  private int length;

  /** Whether the body is a buffer of our own, which takes more. */
  private boolean grown;

  AnswerBody(ClientExchange exchange, HttpClientResponse head) {
    this.exchange = exchange;
    this.head = head;
  }

  void collect() {
    head.handler(this::more);
    head.endHandler(end -> ended());
  }

  private void more(Buffer piece) {
    if (exchange.isOver()) {
      return;
    }
    length += piece.length();
    if (length > maxBytes()) {
      if (isError()) {
        exchange.finish(answer(Buffer.buffer()));
      } else {
        exchange.fail(WireFailures.tooLarge(where()));
      }
      exchange.abandon();
      return;
    }
    if (body == null) {
      body = piece;
    } else {
      if (!grown) {
        body = Buffer.buffer(2 * length).appendBuffer(body);
        grown = true;
      }
      body.appendBuffer(piece);
    }
  }

  private int maxBytes() {
    return isError() ? MAX_ERROR_BYTES : exchange.transport.maxMessageBytes();
  }

  private boolean isError() {
    return head.statusCode() / 100 != 2;
  }

  private String where() {
    return exchange.channel.where(exchange.request);
  }

  private void ended() {
    if (!exchange.isOver()) {
      Buffer whole = body;
      try {
        exchange.finish(answer(whole == null ? Buffer.buffer() : whole));
      } catch (RuntimeException e) { // or the caller would wait for nothing
        exchange.fail(Failure.ofBrokenChannel(where(), e));
      }
    }
  }

  private Response answer(Buffer whole) {
    byte[] bytes = whole.getBytes();
    String encoding = head.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (bytes.length > 0 && Gzip.NAME.equalsIgnoreCase(encoding)) {
      try {
        bytes = Gzip.inflate(bytes, maxBytes());
      } catch (UnreadableException e) {
        if (!isError()) {
          return Response.failed(unreadable(e));
        }
        bytes = new byte[0]; // the status says enough
      }
    }
    if (encoding != null && !KNOWN_ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
      return Response.failed(
          WireFailures.unusable(
              "the answer is encoded by '" + encoding + "' (expected: gzip)", where()));
    }
    return exchange.sent.reader().apply(Received.of(exchange, head, bytes));
  }

  private Failure unreadable(UnreadableException thrown) {
    return thrown.code() == Code.RESOURCE_EXHAUSTED
        ? WireFailures.tooLarge(where())
        : WireFailures.unusable("the answer cannot be decompressed", where());
  }
}
