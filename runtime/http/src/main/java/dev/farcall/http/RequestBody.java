package dev.farcall.http;

import static dev.farcall.http.EnvelopeProtocol.Family.CONNECT;

import dev.farcall.protocol.Envelope;
import dev.farcall.protocol.Gzip;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What follows the headers of a request, compressed as the headers say.
 *
 * @param bytes all of it; null if it comes in pieces
 * @param encoding the header that tells how it is compressed; null if it is not
 * @param acceptEncoding the header that tells how the answer may be; null if it may not
 */
record RequestBody(
    @Nullable Buffer bytes,
    @Nullable CharSequence encoding,
    @Nullable CharSequence acceptEncoding) {

  /** One message, which is the body. */
  static RequestBody whole(byte[] message, boolean gzip, boolean streamed) {
    boolean compress = gzip && message.length >= Gzip.MIN_BYTES;
    return new RequestBody(
        Buffer.buffer(compress ? Gzip.deflate(message) : message),
        compress ? HttpHeaders.CONTENT_ENCODING : null,
        streamed ? null : HttpHeaders.ACCEPT_ENCODING);
  }

  /** One message in its envelope. */
  static RequestBody enveloped(byte[] message, boolean gzip) {
    return inEnvelopes(Buffer.buffer(envelope(message, gzip)), gzip);
  }

  /** Messages that come later, each in its {@link #envelope}. */
  static RequestBody stream(boolean gzip) {
    return inEnvelopes(null, gzip);
  }

  private static RequestBody inEnvelopes(@Nullable Buffer bytes, boolean gzip) {
    return new RequestBody(bytes, gzip ? CONNECT.encoding : null, CONNECT.acceptEncoding);
  }

  /** A message as it goes out, compressed if that is worth it. */
  static byte[] envelope(byte[] message, boolean gzip) {
    return gzip && message.length >= Gzip.MIN_BYTES
        ? Envelope.frame(Envelope.COMPRESSED, Gzip.deflate(message))
        : Envelope.frame(0, message);
  }

  /**
   * Says what follows.
   *
   * @param get whether nothing does as a rule
   */
  void writeHeaders(MultiMap headers, boolean get) {
    if (acceptEncoding != null) {
      headers.set(acceptEncoding, Gzip.NAME);
    }
    if (encoding != null) {
      headers.set(encoding, Gzip.NAME);
    }
    if (bytes != null && (bytes.length() > 0 || !get)) {
      headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length()));
    }
  }
}
