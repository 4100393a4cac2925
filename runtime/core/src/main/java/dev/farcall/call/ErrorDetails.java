package dev.farcall.call;

import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes and reads {@code google.rpc.ErrorInfo}. */
final class ErrorDetails {

  private static final ErrorInfoCodec ERROR_INFO = new ErrorInfoCodec();

  private ErrorDetails() {}

  static byte[] writeErrorInfo(ErrorInfo info) {
    return ProtobufWriter.encode(ERROR_INFO, info);
  }

  /** Null if the bytes are not such a message: a peer's mistake must not hide the error itself. */
  static @Nullable ErrorInfo readErrorInfo(byte[] bytes) {
    try {
      return ERROR_INFO.read(ProtobufReader.of(bytes, DecodeLimits.DEFAULT));
    } catch (DecodeException malformed) {
      return null;
    }
  }

  /** {@code string reason = 1; string domain = 2; map<string, string> metadata = 3;}. */
  private static final class ErrorInfoCodec extends BinaryCodec<ErrorInfo> {
    private static final int REASON = 1 << 3 | 2;
    private static final int DOMAIN = 2 << 3 | 2;
    private static final int METADATA = 3 << 3 | 2;
    private static final int KEY = 1 << 3 | 2;
    private static final int VALUE = 2 << 3 | 2;

    ErrorInfoCodec() {
      super(ErrorInfo.TYPE);
    }

    @Override
    public void write(ErrorInfo info, ProtobufWriter out) {
      out.string(REASON, info.reason());
      out.string(DOMAIN, info.domain());
      for (Map.Entry<String, String> entry : info.metadata().entrySet()) {
        int start = out.begin(METADATA);
        out.string(KEY, entry.getKey());
        out.string(VALUE, entry.getValue());
        out.end(start);
      }
    }

    @Override
    public ErrorInfo read(ProtobufReader in) {
      String reason = "";
      String domain = "";
      Map<String, String> metadata = new LinkedHashMap<>();
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case REASON -> reason = in.string();
          case DOMAIN -> domain = in.string();
          case METADATA -> readEntry(in, metadata);
          default -> in.skip(tag);
        }
      }
      return new ErrorInfo(reason, domain, metadata);
    }

    private static void readEntry(ProtobufReader in, Map<String, String> metadata) {
      int outer = in.push();
      String key = "";
      String value = "";
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        switch (tag) {
          case KEY -> key = in.string();
          case VALUE -> value = in.string();
          default -> in.skip(tag);
        }
      }
      in.pop(outer);
      in.count();
      metadata.put(key, value);
    }
  }
}
