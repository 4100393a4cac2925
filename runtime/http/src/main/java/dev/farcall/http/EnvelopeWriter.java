package dev.farcall.http;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.protocol.Gzip;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;
import org.jspecify.annotations.Nullable;

/** Writes the answer of a call as its protocol has it. Of the event loop of the connection. */
abstract class EnvelopeWriter {

  final HttpServerResponse response;

  private final String contentType;
  private final boolean http2;
  private final boolean gzip;
  private boolean begun;

  /**
   * @param contentType of the answer
   * @param gzip whether the client accepts compressed messages, and they are worth it
   */
  EnvelopeWriter(HttpExchange http, String contentType, boolean gzip) {
    this.response = http.response();
    this.contentType = contentType;
    this.http2 = http.request().version() == HttpVersion.HTTP_2;
    this.gzip = gzip;
  }

  /** The whole of an answer that is one message; done when it has left. */
  abstract Future<Void> answer(Metadata headers, byte[] message);

  /** The end, with or without what comes before it; done when all has left. */
  abstract Future<Void> end(@Nullable Failure failure);

  /** The name of the header that tells the compression of messages. */
  abstract CharSequence encodingHeader();

  final void begin(Metadata headers) {
    head(headers);
    if (!http2) {
      response.setChunked(true);
    }
    response.writeHead();
  }

  /** Whether the headers are sent. */
  final boolean isBegun() {
    return begun;
  }

  /** Says what comes, if that is not said yet. */
  final void head(Metadata headers) {
    if (begun) {
      return;
    }
    begun = true;
    MultiMap to = response.headers();
    to.set(HttpHeaders.CONTENT_TYPE, contentType);
    if (gzip) {
      to.set(encodingHeader(), Gzip.NAME);
    }
    write(headers, to);
  }

  /** Adds what is the users' own. */
  static void write(Metadata metadata, MultiMap to) {
    if (!metadata.isEmpty()) {
      metadata.forEach(
          (name, value) -> {
            if (!MetadataHeaders.isFraming(name) && !name.startsWith("grpc-")) {
              to.add(name, value);
            }
          });
    }
  }

  /** A message in its envelope, as it goes out; on any thread. */
  byte[] frame(byte[] message) {
    return RequestBody.envelope(message, gzip);
  }

  /** Without a copy. */
  static Buffer buffer(byte[] bytes) {
    return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
  }

  static Buffer buffer(byte[] first, byte[] second) {
    return BufferInternal.buffer(Unpooled.wrappedBuffer(first, second));
  }
}
