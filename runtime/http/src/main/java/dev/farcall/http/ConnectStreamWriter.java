package dev.farcall.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.protocol.ConnectEnd;
import dev.farcall.protocol.Envelope;
import io.netty.util.AsciiString;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Writes the streams of Connect: always 200, the end is the last envelope, in JSON. */
final class ConnectStreamWriter extends EnvelopeWriter {

  static final AsciiString ENCODING = AsciiString.cached("connect-content-encoding");

  ConnectStreamWriter(HttpExchange http, String contentType, boolean gzip) {
    super(http, contentType, gzip);
  }

  @Override
  CharSequence encodingHeader() {
    return ENCODING;
  }

  @Override
  Future<Void> answer(Metadata headers, byte[] message) {
    head(headers);
    return response.end(buffer(frame(message), last(null)));
  }

  @Override
  Future<Void> end(@Nullable Failure failure) {
    head(Metadata.EMPTY);
    return response.end(buffer(last(failure)));
  }

  private static byte[] last(@Nullable Failure failure) {
    return Envelope.frame(Envelope.CONNECT_END, ConnectEnd.json(failure).getBytes(UTF_8));
  }
}
