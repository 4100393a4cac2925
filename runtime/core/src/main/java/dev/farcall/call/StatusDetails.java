package dev.farcall.call;

import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code google.rpc.Status}: how a failure crosses the wire, in gRPC's {@code
 * grpc-status-details-bin} and in the error bodies of HTTP.
 *
 * @param code the number of the status code; what a peer sent may be none of ours
 * @param message of the failure
 * @param details in their order
 */
public record StatusDetails(int code, String message, List<ErrorDetail> details) {

  private static final StatusCodec CODEC = new StatusCodec();

  public StatusDetails {
    details = List.copyOf(details);
  }

  /** The encoded {@code google.rpc.Status} of a failure. */
  public static byte[] encode(Failure failure) {
    return ProtobufWriter.encode(
        CODEC, new StatusDetails(failure.code().number(), failure.message(), failure.details()));
  }

  /**
   * Reads an encoded {@code google.rpc.Status}; null if the bytes are none, because a peer's
   * mistake must not hide the status that came beside it.
   */
  public static @Nullable StatusDetails decode(byte[] bytes) {
    try {
      return CODEC.read(ProtobufReader.of(bytes, DecodeLimits.DEFAULT));
    } catch (DecodeException malformed) {
      return null;
    }
  }

  /** {@code int32 code = 1; string message = 2; repeated google.protobuf.Any details = 3;}. */
  private static final class StatusCodec extends BinaryCodec<StatusDetails> {
    private static final int CODE = 1 << 3;
    private static final int MESSAGE = 2 << 3 | 2;
    private static final int DETAILS = 3 << 3 | 2;

    StatusCodec() {
      super("google.rpc.Status");
    }

    @Override
    public void write(StatusDetails status, ProtobufWriter out) {
      out.int32(CODE, status.code);
      out.string(MESSAGE, status.message);
      for (ErrorDetail detail : status.details) {
        out.message(DETAILS, detail, AnyCodec.INSTANCE);
      }
    }

    @Override
    public StatusDetails read(ProtobufReader in) {
      int code = 0;
      String message = "";
      List<ErrorDetail> details = new ArrayList<>();
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case CODE -> code = in.int32();
          case MESSAGE -> message = in.string();
          case DETAILS -> {
            in.count();
            details.add(in.element(AnyCodec.INSTANCE));
          }
          default -> in.skip(tag);
        }
      }
      return new StatusDetails(code, message, details);
    }
  }

  /** {@code string type_url = 1; bytes value = 2;}. */
  private static final class AnyCodec extends BinaryCodec<ErrorDetail> {
    private static final AnyCodec INSTANCE = new AnyCodec();
    private static final String PREFIX = "type.googleapis.com/";
    private static final int TYPE_URL = 1 << 3 | 2;
    private static final int VALUE = 2 << 3 | 2;

    AnyCodec() {
      super("google.protobuf.Any");
    }

    @Override
    public void write(ErrorDetail detail, ProtobufWriter out) {
      out.string(TYPE_URL, PREFIX + detail.type());
      out.bytes(VALUE, detail.value());
    }

    @Override
    public ErrorDetail read(ProtobufReader in) {
      String url = "";
      byte[] value = {};
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case TYPE_URL -> url = in.string();
          case VALUE -> value = in.bytes();
          default -> in.skip(tag);
        }
      }
      return new ErrorDetail(url.substring(url.lastIndexOf('/') + 1), value);
    }
  }
}
