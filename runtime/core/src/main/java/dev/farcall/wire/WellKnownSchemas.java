package dev.farcall.wire;

import java.util.List;

/** The files of protobuf's own that generated schemas import. */
public final class WellKnownSchemas {

  /** {@code google/protobuf/timestamp.proto}. */
  public static final FileSchema TIMESTAMP = secondsAndNanos("timestamp", "Timestamp");

  /** {@code google/protobuf/duration.proto}. */
  public static final FileSchema DURATION = secondsAndNanos("duration", "Duration");

  private static final int OPTIONAL = 1;
  private static final int INT64 = 3;
  private static final int INT32 = 5;

  private WellKnownSchemas() {}

  private static FileSchema secondsAndNanos(String file, String message) {
    String path = "google/protobuf/" + file + ".proto";
    return new FileSchema(
        path, List.of(), () -> ProtobufWriter.encode(new Descriptor(path, message), message));
  }

  /** A {@code FileDescriptorProto} with one message of two fields. */
  private static final class Descriptor extends BinaryCodec<String> {
    private final String path;
    private final String message;

    Descriptor(String path, String message) {
      super("google.protobuf.FileDescriptorProto");
      this.path = path;
      this.message = message;
    }

    @Override
    public void write(String value, ProtobufWriter out) {
      out.string(10, path);
      out.string(18, "google.protobuf");
      int type = out.begin(34);
      out.string(10, message);
      field(out, "seconds", 1, INT64);
      field(out, "nanos", 2, INT32);
      out.end(type);
      int options = out.begin(66);
      out.string(10, "com.google.protobuf");
      out.string(66, message + "Proto");
      out.bool(80, true);
      out.end(options);
      out.string(98, "proto3");
    }

    private static void field(ProtobufWriter out, String name, int number, int type) {
      int field = out.begin(18);
      out.string(10, name);
      out.int32(24, number);
      out.int32(32, OPTIONAL);
      out.int32(40, type);
      out.string(82, name);
      out.end(field);
    }

    @Override
    public String read(ProtobufReader in) {
      throw new UnsupportedOperationException("descriptors are only written");
    }
  }
}
