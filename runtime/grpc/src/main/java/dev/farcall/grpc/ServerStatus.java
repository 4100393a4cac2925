package dev.farcall.grpc;

import dev.farcall.call.Failure;
import dev.farcall.call.StatusDetails;
import io.grpc.Metadata;
import io.grpc.Status;

/**
 * A failure as the server's trailers. The server's stack has brought it within the 8 KiB of headers
 * over which gRPC's peers would lose the code.
 */
final class ServerStatus {

  static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private ServerStatus() {}

  /** The code and the message. */
  static Status of(Failure failure) {
    return Status.fromCodeValue(failure.code().number()).withDescription(failure.message());
  }

  /** What goes with it: the users' trailers and the details. */
  static Metadata trailers(Failure failure) {
    Metadata trailers = new Metadata();
    MetadataMapping.write(failure.trailers(), trailers);
    if (!failure.details().isEmpty()) {
      trailers.put(DETAILS, StatusDetails.encode(failure));
    }
    return trailers;
  }
}
