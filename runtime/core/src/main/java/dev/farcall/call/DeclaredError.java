package dev.farcall.call;

import dev.farcall.annotation.Code;
import dev.farcall.wire.MessageCodec;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception that a method declares and the wire carries: an {@code @RemoteError}.
 *
 * @param type the exception's class; an instance of exactly this class is sent as this error
 * @param code the status code it travels under; never {@link Code#OK}
 * @param reason the stable name in {@code google.rpc.ErrorInfo}, as in {@code USER_NOT_FOUND}
 * @param codec writes the exception's fields and makes it anew on the other side
 * @param retryAfter if it is {@code @Transient}: after which time to come again; null if it will
 *     not pass
 */
public record DeclaredError<E extends Exception>(
    Class<E> type, Code code, String reason, MessageCodec<E> codec, @Nullable Duration retryAfter) {

  /** One that will not pass. */
  public DeclaredError(Class<E> type, Code code, String reason, MessageCodec<E> codec) {
    this(type, code, reason, codec, null);
  }

  /** The row of the outcome table of a call that ends with it. */
  public Outcome outcome() {
    return retryAfter == null ? Outcome.DECLARED_ERROR : Outcome.TRANSIENT_ERROR;
  }

  /** The entry that carries this error, or null. */
  public @Nullable ErrorDetail in(List<ErrorDetail> details) {
    for (ErrorDetail detail : details) {
      if (detail.type().equals(codec.fullName())) {
        return detail;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return reason + " (" + code + ")";
  }
}
