package dev.farcall.http;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.protocol.GrpcStatus;
import io.netty.util.AsciiString;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Writes gRPC: the status in trailers, or in the headers if there is nothing else. */
final class GrpcWriter extends EnvelopeWriter {

  static final AsciiString ENCODING = AsciiString.cached("grpc-encoding");
  static final AsciiString STATUS = AsciiString.cached(GrpcStatus.STATUS);
  static final AsciiString OK = AsciiString.cached("0");

  GrpcWriter(HttpExchange http, String contentType, boolean gzip) {
    super(http, contentType, gzip);
  }

  @Override
  CharSequence encodingHeader() {
    return ENCODING;
  }

  @Override
  Future<Void> answer(Metadata headers, byte[] message) {
    head(headers);
    response.trailers().set(STATUS, OK);
    return response.end(buffer(frame(message)));
  }

  @Override
  Future<Void> end(@Nullable Failure failure) {
    MultiMap status = isBegun() ? response.trailers() : alone();
    head(Metadata.EMPTY);
    if (failure == null) {
      status.set(STATUS, OK);
    } else {
      write(failure, status);
    }
    return response.end();
  }

  /** The headers that are trailers as well, without the length that the engine would add. */
  private MultiMap alone() {
    MultiMap headers = response.headers();
    response.headersEndHandler(complete -> headers.remove(HttpHeaders.CONTENT_LENGTH));
    return headers;
  }

  static void write(Failure failure, MultiMap to) {
    to.set(STATUS, Integer.toString(failure.code().number()));
    to.set(GrpcStatus.MESSAGE, GrpcStatus.encodeMessage(failure.message()));
    if (!failure.details().isEmpty()) {
      to.set(GrpcStatus.DETAILS, GrpcStatus.details(failure));
    }
    write(failure.trailers(), to);
  }
}
