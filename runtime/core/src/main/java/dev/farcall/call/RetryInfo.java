package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.DurationCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code google.rpc.RetryInfo}: a server asks its caller to come again, and not earlier. Over HTTP
 * it is {@code Retry-After} as well.
 *
 * @param delay to wait; not negative
 */
public record RetryInfo(Duration delay) {

  /** The full name of the message. */
  public static final String TYPE = "google.rpc.RetryInfo";

  private static final Codec CODEC = new Codec();

  public RetryInfo {
    requireNonNull(delay, "delay");
    if (delay.isNegative()) {
      throw new IllegalArgumentException("delay: " + delay + " (expected: >= 0)");
    }
  }

  /** The first that can be read, or null. */
  public static @Nullable RetryInfo find(List<ErrorDetail> details) {
    for (ErrorDetail detail : details) {
      RetryInfo info = detail.type().equals(TYPE) ? read(detail) : null;
      if (info != null) {
        return info;
      }
    }
    return null;
  }

  /** Null if it is not such a message: a peer's mistake must not hide the error itself. */
  private static @Nullable RetryInfo read(ErrorDetail detail) {
    try {
      return ProtobufReader.decode(CODEC, detail.value(), DecodeLimits.DEFAULT);
    } catch (DecodeException | IllegalArgumentException malformed) {
      return null;
    }
  }

  /** As an entry of {@code google.rpc.Status.details}. */
  public ErrorDetail toDetail() {
    return new ErrorDetail(TYPE, ProtobufWriter.encode(CODEC, this));
  }

  /** {@code google.protobuf.Duration retry_delay = 1;}. */
  private static final class Codec extends BinaryCodec<RetryInfo> {
    private static final int RETRY_DELAY = 1 << 3 | 2;

    Codec() {
      super(TYPE);
    }

    @Override
    public void write(RetryInfo info, ProtobufWriter out) {
      out.message(RETRY_DELAY, info.delay, DurationCodec.INSTANCE);
    }

    @Override
    public RetryInfo read(ProtobufReader in) {
      long delay = 0;
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == RETRY_DELAY) {
          delay = in.slice(delay);
        } else {
          in.skip(tag);
        }
      }
      return new RetryInfo(delay == 0 ? Duration.ZERO : in.message(delay, DurationCodec.INSTANCE));
    }
  }
}
