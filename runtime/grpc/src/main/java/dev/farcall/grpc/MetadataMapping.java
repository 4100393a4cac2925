package dev.farcall.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.farcall.call.Metadata;
import io.grpc.InternalMetadata;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Between our metadata and gRPC's. Names of the protocol itself ({@code grpc-…}, {@code
 * content-type}, {@code user-agent}, {@code te}, {@code host}) stay on their side both ways.
 */
final class MetadataMapping {

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
    if (name.length > 5 && name[0] == 'g' && name[1] == 'r' && name[2] == 'p' && name[3] == 'c') {
      return name[4] == '-';
    }
    return switch (name.length) {
      case 2, 4, 10, 12 -> isProtocol(new String(name, US_ASCII));
      default -> false;
    };
  }
}
