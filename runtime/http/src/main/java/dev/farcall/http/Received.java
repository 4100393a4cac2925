package dev.farcall.http;

import dev.farcall.call.Metadata;
import dev.farcall.call.Request;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a peer answered.
 *
 * @param request it is the answer to
 * @param where the call and the peer, for messages
 * @param status of HTTP
 * @param contentType as it was sent; null if it was not
 * @param location where a redirect points to; null elsewhere
 * @param encoding of single messages in the body, as Connect's streams have it; null if it was not
 *     sent
 * @param headers all but HTTP's own
 * @param body decompressed; the beginning only, if the status is an error's
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Received(
    Request request,
    String where,
    int status,
    @Nullable String contentType,
    @Nullable String location,
    @Nullable String encoding,
    Metadata headers,
    byte[] body) {

  private static final int EXCERPT_CHARS = 200;

  /** An answer as it came; the body may be what is known of it so far. */
  static Received of(ClientExchange exchange, HttpClientResponse head, byte[] body) {
    return new Received(
        exchange.request,
        exchange.sent.line() + " at " + exchange.channel.endpoint(),
        head.statusCode(),
        head.getHeader(HttpHeaders.CONTENT_TYPE),
        head.getHeader(HttpHeaders.LOCATION),
        head.getHeader(ConnectStreamWriter.ENCODING),
        MetadataHeaders.read(head.headers()),
        body);
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /** The media type in lower case, without parameters; empty if none was sent. */
  String mediaType() {
    return HeaderValues.mediaType(contentType);
  }

  /** For messages: the media type, or that there is none. */
  String describeType() {
    return contentType == null ? "of no content type" : mediaType();
  }

  /** Whether the body says that it is JSON of any kind. */
  boolean isJson() {
    String type = mediaType();
    return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
  }

  /**
   * The beginning of a text, on one line, for the one who reads the exception; empty if there is no
   * text.
   */
  String excerpt() {
    String type = mediaType();
    if (body.length == 0 || !(type.isEmpty() || type.startsWith("text/") || isJson())) {
      return "";
    }
    String text =
        new String(body, 0, Math.min(body.length, 4 * EXCERPT_CHARS), StandardCharsets.UTF_8);
    StringBuilder line = new StringBuilder(EXCERPT_CHARS + 3);
    boolean space = true;
    for (int i = 0; i < text.length() && line.length() < EXCERPT_CHARS; i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isISOControl(c);
      if (!blank || !space) {
        line.append(blank ? ' ' : c);
      }
      space = blank;
    }
    return line.length() == EXCERPT_CHARS ? line.append("...").toString() : line.toString().strip();
  }
}
