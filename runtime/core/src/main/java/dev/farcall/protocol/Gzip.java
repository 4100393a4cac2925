package dev.farcall.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compression of whole messages, RFC 1952. */
public final class Gzip {

  /** The name of the encoding. */
  public static final String NAME = "gzip";

  /** Smaller messages are not worth it. */
  public static final int MIN_BYTES = 1 << 10;

  private static final int BUFFER_BYTES = 4 << 10;

  private Gzip() {}

  /** Compresses. */
  public static byte[] deflate(byte[] message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, message.length / 4));
    try (GZIPOutputStream gzip = new GZIPOutputStream(out, BUFFER_BYTES)) {
      gzip.write(message);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return out.toByteArray();
  }

  /**
   * Decompresses, counting: however small the message, no more than {@code maxBytes} are made of
   * it.
   *
   * @throws UnreadableException RESOURCE_EXHAUSTED if there is more, INVALID_ARGUMENT if it is not
   *     gzip
   */
  public static byte[] inflate(byte[] compressed, int maxBytes) throws UnreadableException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed), BUFFER_BYTES)) {
      byte[] message = in.readNBytes(maxBytes);
      if (in.read() < 0) {
        return message;
      }
    } catch (IOException notGzip) {
      throw UnreadableException.notCompressedAs(NAME);
    }
    throw UnreadableException.tooLarge(maxBytes);
  }
}
