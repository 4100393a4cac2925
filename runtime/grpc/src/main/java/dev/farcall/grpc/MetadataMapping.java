package dev.farcall.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.farcall.call.Metadata;
import io.grpc.InternalMetadata;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Between our metadata and gRPC's. Names of the protocol itself ({@code grpc-…}, {@code
 * content-type}, {@code user-agent}, {@code te}, {@code host}) stay on their side both ways.
 */
final class MetadataMapping {

  private static final byte[] GRPC = "grpc-".getBytes(US_ASCII);
  private static final byte[] TE = "te".getBytes(US_ASCII);
  private static final byte[] HOST = "host".getBytes(US_ASCII);
  private static final byte[] USER_AGENT = "user-agent".getBytes(US_ASCII);
  private static final byte[] CONNECTION = "connection".getBytes(US_ASCII);
  private static final byte[] CONTENT_TYPE = "content-type".getBytes(US_ASCII);

  private static final String BINARY = io.grpc.Metadata.BINARY_HEADER_SUFFIX;

  private MetadataMapping() {}

  /** Adds all entries. */
  static void write(Metadata from, io.grpc.Metadata to) {
    if (from.isEmpty()) {
      return;
    }
    from.forEach(
        (name, value) -> {
          if (isProtocol(name)) {
            return;
          }
          if (name.endsWith(BINARY)) {
            to.put(
                io.grpc.Metadata.Key.of(name, io.grpc.Metadata.BINARY_BYTE_MARSHALLER),
                Base64.getDecoder().decode(value));
          } else {
            to.put(io.grpc.Metadata.Key.of(name, io.grpc.Metadata.ASCII_STRING_MARSHALLER), value);
          }
        });
  }

  /** The entries that are the users' own; none for null. Text beyond ASCII is left out. */
  static Metadata read(io.grpc.@Nullable Metadata from) {
    if (from == null) {
      return Metadata.EMPTY;
    }
    byte[][] entries = InternalMetadata.serialize(from);
    Metadata read = Metadata.EMPTY;
    for (int i = 0; i < entries.length; i += 2) {
      byte[] name = entries[i];
      if (!isProtocol(name)) {
        read = append(read, new String(name, US_ASCII), entries[i + 1]);
      }
    }
    return read;
  }

  private static Metadata append(Metadata read, String name, byte[] value) {
    try {
      return name.endsWith(BINARY)
          ? read.withBytes(name, value)
          : read.with(name, new String(value, US_ASCII));
    } catch (IllegalArgumentException notOurs) {
      return read;
    }
  }

  private static boolean isProtocol(String name) {
    return name.startsWith("grpc-")
        || switch (name) {
          case "content-type", "user-agent", "te", "host", "connection" -> true;
          default -> false;
        };
  }

  /** As for text, without making one: every call carries some of these. */
  private static boolean isProtocol(byte[] name) {
    return Arrays.mismatch(name, GRPC) == GRPC.length
        || switch (name.length) {
          case 2 -> Arrays.equals(name, TE);
          case 4 -> Arrays.equals(name, HOST);
          case 10 -> Arrays.equals(name, USER_AGENT) || Arrays.equals(name, CONNECTION);
          case 12 -> Arrays.equals(name, CONTENT_TYPE);
          default -> false;
        };
  }
}
