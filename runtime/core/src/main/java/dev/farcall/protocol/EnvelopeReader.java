package dev.farcall.protocol;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Takes frames out of bytes that come in pieces, one by one and only when asked, so that the reader
 * may stop between two of them. A length over the limit is refused before anything is allocated,
 * and memory grows with the bytes that came, not with what a length promises. Not for several
 * threads.
 */
public final class EnvelopeReader {

  private static final int FIRST_BYTES = 16 << 10;
  private static final byte[] NOTHING = {};

  private final int maxBytes;
  private @Nullable Queue<byte[]> pieces; // Most calls come in one.
  private byte[] piece = NOTHING;
  private int position;

  private int headerBytes;
  private int flags;
  private long length;
  private byte @Nullable [] message;
  private int filled;

  /**
   * @param maxBytes of a message as it comes; what grows when it is decompressed is {@link Gzip}'s
   *     business
   */
  public EnvelopeReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The next bytes; the array is not copied. */
  public void add(byte[] bytes) {
    if (position == piece.length) {
      piece = bytes;
      position = 0;
    } else {
      if (pieces == null) {
        pieces = new ArrayDeque<>();
      }
      pieces.add(bytes);
    }
  }

  /**
   * The next frame that is there as a whole; null if there is none.
   *
   * @throws UnreadableException if its length is over the limit; nothing can be read thereafter
   */
  public @Nullable Envelope next() throws UnreadableException {
    while (headerBytes < Envelope.HEADER_BYTES) {
      if (!hasByte()) {
        return null;
      }
      header(piece[position++] & 0xff);
    }
    if (length > maxBytes) {
      throw UnreadableException.tooLarge(maxBytes);
    }
    byte[] all = fill((int) length);
    if (all == null) {
      return null;
    }
    headerBytes = 0;
    length = 0;
    filled = 0;
    message = null;
    return new Envelope(flags, all);
  }

  /** Whether the bytes so far end with a whole frame. */
  public boolean isBetweenFrames() {
    return headerBytes == 0 && position == piece.length && (pieces == null || pieces.isEmpty());
  }

  private void header(int value) {
    if (headerBytes++ == 0) {
      flags = value;
    } else {
      length = length << 8 | value;
    }
  }

  private boolean hasByte() {
    while (position == piece.length) {
      byte[] following = pieces == null ? null : pieces.poll();
      if (following == null) {
        return false;
      }
      piece = following;
      position = 0;
    }
    return true;
  }

  private byte @Nullable [] fill(int wanted) {
    byte[] target = message;
    if (target == null) {
      target = new byte[Math.min(wanted, Math.max(FIRST_BYTES, piece.length - position))];
    }
    while (filled < wanted && hasByte()) {
      int portion = Math.min(wanted - filled, piece.length - position);
      if (portion > target.length - filled) {
        int larger = Math.max(filled + portion, Math.min(wanted, 2 * target.length));
        target = Arrays.copyOf(target, larger);
      }
      System.arraycopy(piece, position, target, filled, portion);
      position += portion;
      filled += portion;
    }
    message = target;
    if (filled < wanted) {
      return null;
    }
    return target.length == wanted ? target : Arrays.copyOf(target, wanted);
  }
}
