package dev.farcall.call;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code google.rpc.ErrorInfo}: the stable, machine-readable name of an error.
 *
 * @param reason as in {@code USER_NOT_FOUND}
 * @param domain the full name of the service
 * @param metadata further facts, as the {@link #ERROR_ID}
 */
public record ErrorInfo(String reason, String domain, Map<String, String> metadata) {

  /** The full name of the message. */
  public static final String TYPE = "google.rpc.ErrorInfo";

  /** The metadata key under which an INTERNAL error tells the id that the server's log has too. */
  public static final String ERROR_ID = "errorId";

  public ErrorInfo {
    metadata = Map.copyOf(metadata);
  }

  /** The first that can be read, or null. */
  public static @Nullable ErrorInfo find(List<ErrorDetail> details) {
    for (ErrorDetail detail : details) {
      if (detail.type().equals(TYPE)) {
        ErrorInfo info = ErrorDetails.readErrorInfo(detail.value());
        if (info != null) {
          return info;
        }
      }
    }
    return null;
  }

  /** As an entry of {@code google.rpc.Status.details}. */
  public ErrorDetail toDetail() {
    return new ErrorDetail(TYPE, ErrorDetails.writeErrorInfo(this));
  }
}
