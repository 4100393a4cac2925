package dev.farcall.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.protocol.Envelope;
import dev.farcall.protocol.GrpcStatus;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes gRPC-Web: the trailers are the last envelope, or headers if there is nothing else; all of
 * it in base64 if the client speaks the text form.
 *
 * @see <a href="https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md">gRPC-Web</a>
 */
final class GrpcWebWriter extends EnvelopeWriter {

  private static final byte[] OK = trailers(GrpcStatus.STATUS + ":0\r\n");

  private final boolean text;

  GrpcWebWriter(HttpExchange http, String contentType, boolean gzip, boolean text) {
    super(http, contentType, gzip);
    this.text = text;
  }

  private static byte[] trailers(String lines) {
    return Envelope.frame(Envelope.WEB_TRAILERS, lines.getBytes(US_ASCII));
  }

  @Override
  CharSequence encodingHeader() {
    return GrpcWriter.ENCODING;
  }

  @Override
  byte[] frame(byte[] message) {
    return encoded(super.frame(message));
  }

  private byte[] encoded(byte[] bytes) {
    return text ? WebText.encode(bytes) : bytes;
  }

  @Override
  Future<Void> answer(Metadata headers, byte[] message) {
    head(headers);
    return response.end(buffer(frame(message), encoded(OK)));
  }

  @Override
  Future<Void> end(@Nullable Failure failure) {
    if (failure == null) {
      head(Metadata.EMPTY);
      return response.end(buffer(encoded(OK)));
    } else if (isBegun()) {
      return response.end(buffer(encoded(trailers(lines(failure)))));
    } else {
      head(Metadata.EMPTY);
      GrpcWriter.write(failure, response.headers());
      return response.end();
    }
  }

  private static String lines(Failure failure) {
    StringBuilder lines = new StringBuilder(128);
    line(GrpcStatus.STATUS, Integer.toString(failure.code().number()), lines);
    line(GrpcStatus.MESSAGE, GrpcStatus.encodeMessage(failure.message()), lines);
    if (!failure.details().isEmpty()) {
      line(GrpcStatus.DETAILS, GrpcStatus.details(failure), lines);
    }
    failure.trailers().forEach((name, value) -> line(name, value, lines));
    return lines.toString();
  }

  private static void line(String name, String value, StringBuilder to) {
    to.append(name).append(':').append(value).append("\r\n");
  }
}
