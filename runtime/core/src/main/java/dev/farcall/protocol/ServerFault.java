package dev.farcall.protocol;

import dev.farcall.annotation.Code;
import dev.farcall.call.ErrorInfo;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Outcome;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A fault of this server: told in full to its log, to the peer only under which id to look. */
public final class ServerFault {

  private static final Logger LOG = System.getLogger("dev.farcall.server");

  private ServerFault() {}

  /** Logs the cause under a new id; the failure carries the id and nothing of the cause. */
  public static Failure log(Operation<?, ?> operation, String what, @Nullable Throwable cause) {
    String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.log(Level.ERROR, operation + ": " + what + ", error id " + id, cause);
    ErrorInfo info = new ErrorInfo("INTERNAL", operation.service(), Map.of(ErrorInfo.ERROR_ID, id));
    return new Failure(
        Outcome.SERVER_ERROR,
        Code.INTERNAL,
        "internal error",
        List.of(info.toDetail()),
        Metadata.EMPTY,
        cause);
  }
}
