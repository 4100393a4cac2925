package dev.farcall.http;

import dev.farcall.protocol.UnreadableException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines out of bytes that come in pieces, one by one and only when asked. A line ends with a
 * line feed, a carriage return, or both. One over the limit is refused as soon as that is seen, and
 * memory grows with the bytes that came. Not for several threads.
 */
final class LineReader {

  private static final byte[] NOTHING = {};

  private final int maxBytes;
  private final Queue<byte[]> pieces = new ArrayDeque<>();
  private byte[] piece = NOTHING;
  private int position;
  private byte[] line = NOTHING;
  private int length;
  private boolean afterReturn;

  LineReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The next bytes; the array is not copied. */
  void add(byte[] bytes) {
    pieces.add(bytes);
  }

  /**
   * The next line without its end; null if it has not come as a whole.
   *
   * @throws UnreadableException if it is over the limit; nothing can be read thereafter
   */
  byte @Nullable [] next() throws UnreadableException {
    while (hasByte()) {
      if (afterReturn) {
        afterReturn = false;
        if (piece[position] == '\n') {
          position++;
          continue;
        }
      }
      int end = position;
      while (end < piece.length && piece[end] != '\n' && piece[end] != '\r') {
        end++;
      }
      take(end);
      if (end < piece.length) {
        afterReturn = piece[end] == '\r';
        position++;
        return whole();
      }
    }
    return null;
  }

  /** Whether the bytes so far end with a whole line. */
  boolean isBetweenLines() {
    return length == 0 && !hasByte();
  }

  private boolean hasByte() {
    while (position == piece.length) {
      byte[] following = pieces.poll();
      if (following == null) {
        return false;
      }
      piece = following;
      position = 0;
    }
    return true;
  }

  private void take(int end) throws UnreadableException {
    int portion = end - position;
    if (portion > maxBytes - length) {
      throw UnreadableException.tooLarge(maxBytes);
    }
    if (portion > line.length - length) {
      line = Arrays.copyOf(line, Math.max(length + portion, 2 * length));
    }
    System.arraycopy(piece, position, line, length, portion);
    length += portion;
    position = end;
  }

  private byte[] whole() {
    byte[] taken = line.length == length ? line : Arrays.copyOf(line, length);
    line = NOTHING;
    length = 0;
    return taken;
  }
}
