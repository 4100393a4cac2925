package dev.farcall.http;

import dev.farcall.call.Metadata;
import dev.farcall.protocol.Gzip;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** A whole answer over HTTP, immutable. */
final class Answer {

  private static final byte[] NOTHING = {};

  private final int status;
  private final String contentType;
  private final byte[] body;
  private final Metadata headers;
  private final boolean encoded;
  private final boolean closing;

  private Answer(
      int status,
      String contentType,
      byte[] body,
      Metadata headers,
      boolean encoded,
      boolean closing) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
    this.encoded = encoded;
    this.closing = closing;
  }

  /** With a body; do not change the array. */
  static Answer of(int status, String contentType, byte[] body) {
    return new Answer(status, contentType, body, Metadata.EMPTY, false, false);
  }

  /** Without a body. */
  static Answer empty(int status) {
    return of(status, "", NOTHING);
  }

  Answer with(Metadata more) {
    return more.isEmpty()
        ? this
        : new Answer(status, contentType, body, headers.plus(more), encoded, closing);
  }

  Answer with(String name, String value) {
    return with(Metadata.of(name, value));
  }

  /** Further headers, their names prefixed by {@code trailer-}. */
  Answer withTrailers(Metadata trailers) {
    if (trailers.isEmpty()) {
      return this;
    }
    String[] pairs = new String[trailers.size() * 2];
    int[] next = {0};
    trailers.forEach(
        (name, value) -> {
          pairs[next[0]++] = "trailer-" + name;
          pairs[next[0]++] = value;
        });
    return with(Metadata.received(pairs, pairs.length));
  }

  /** The connection is of no use after it, if the request was not read to its end. */
  Answer closing() {
    return new Answer(status, contentType, body, headers, encoded, true);
  }

  Answer gzipped() {
    return new Answer(status, contentType, Gzip.deflate(body), headers, true, closing);
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body;
  }

  boolean isEncoded() {
    return encoded;
  }

  boolean isClosing() {
    return closing;
  }

  void writeHeaders(MultiMap to) {
    if (!contentType.isEmpty()) {
      to.set(HttpHeaders.CONTENT_TYPE, contentType);
    }
    if (encoded) {
      to.set(HttpHeaders.CONTENT_ENCODING, Gzip.NAME);
    }
    headers.forEach(
        (name, value) -> {
          if (!MetadataHeaders.isFraming(name)) {
            to.add(name, value);
          }
        });
  }
}
