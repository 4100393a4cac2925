package dev.farcall.grpc;

import dev.farcall.protocol.Gzip;
import dev.farcall.protocol.UnreadableException;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets messages through as the bytes they are. It never throws: grpc-java answers an exception here
 * with a status of its own choice (UNKNOWN on a server, CANCELLED on a client), whatever the cause.
 * What cannot be read becomes {@link #TOO_LARGE} or {@link #UNREADABLE}, to be told apart by
 * identity.
 */
final class BytesMarshaller implements Marshaller<byte[]> {

  /** In place of a message that is over the limit, as it came or after decompression. */
  static final byte[] TOO_LARGE = new byte[0];

  /** In place of a message that could not be decompressed. */
  static final byte[] UNREADABLE = new byte[0];

  private final int maxBytes;

  /** Whether a message is one, and not a mark in the place of one. */
  static boolean isRead(byte[] message) {
    return message != TOO_LARGE && message != UNREADABLE;
  }

  /** What is wrong with a message; null if it is one. */
  static @Nullable UnreadableException fault(byte[] message, int maxBytes) {
    if (isRead(message)) {
      return null;
    }
    return message == TOO_LARGE
        ? UnreadableException.tooLarge(maxBytes)
        : UnreadableException.notCompressedAs(Gzip.NAME);
  }

  /**
   * @param maxBytes of a message after decompression
   */
  BytesMarshaller(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public InputStream stream(byte[] message) {
    return new EncodedMessage(message);
  }

  @Override
  public byte[] parse(InputStream in) {
    try {
      // Of known length is what came uncompressed; gRPC has held it against the limit by its
      // prefix.
      return in instanceof KnownLength ? readAll(in) : readWithinLimit(in);
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED ? TOO_LARGE : UNREADABLE;
    } catch (IOException | RuntimeException e) {
      return UNREADABLE;
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    byte[] message = new byte[in.available()];
    int read = in.readNBytes(message, 0, message.length);
    return read == message.length ? message : UNREADABLE;
  }

  private byte[] readWithinLimit(InputStream in) throws IOException {
    byte[] message = in.readNBytes(maxBytes);
    return in.read() < 0 ? message : TOO_LARGE;
  }
}
