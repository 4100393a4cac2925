package dev.farcall.protocol;

/**
 * The frame of a message in gRPC, gRPC-Web and the streams of Connect: a byte of flags, the length
 * as four bytes with the highest first, the message.
 *
 * @param flags a combination of {@link #COMPRESSED} and what each protocol adds
 * @param message as it came, compressed or not; do not change the array
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Envelope(int flags, byte[] message) {

  /** The bytes before the message. */
  public static final int HEADER_BYTES = 5;

  /** The message is compressed. */
  public static final int COMPRESSED = 1;

  /** Connect: the message is the JSON that ends the stream. */
  public static final int CONNECT_END = 1 << 1;

  /** gRPC-Web: the message is the trailers. */
  public static final int WEB_TRAILERS = 1 << 7;

  /** Whether a flag is set. */
  public boolean is(int flag) {
    return (flags & flag) != 0;
  }

  /** The frame in one array. */
  public static byte[] frame(int flags, byte[] message) {
    byte[] frame = new byte[HEADER_BYTES + message.length];
    writeHeader(flags, message.length, frame);
    System.arraycopy(message, 0, frame, HEADER_BYTES, message.length);
    return frame;
  }

  /** Writes the bytes before a message of that length to the start of the array. */
  public static void writeHeader(int flags, int length, byte[] to) {
    to[0] = (byte) flags;
    to[1] = (byte) (length >>> 24);
    to[2] = (byte) (length >>> 16);
    to[3] = (byte) (length >>> 8);
    to[4] = (byte) length;
  }
}
