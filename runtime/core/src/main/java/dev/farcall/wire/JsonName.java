package dev.farcall.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of a member as it stands in JSON, quotes and colon included, ready to be copied and
 * compared eight bytes at a time. A record, because the JIT compiler takes the components of one in
 * a {@code static final} field for constants. Made by {@link #of}.
 *
 * @param name without quotes
 * @param index of the member in its message
 * @param quoted the bytes
 * @param length how many they are
 * @param first the first eight of them, zeros where there are fewer
 * @param second the next eight
 * @param third the next eight
 * @param lastMask which bytes of the last word in use are part of the name
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
public record JsonName(
    String name,
    int index,
    byte[] quoted,
    int length,
    long first,
    long second,
    long third,
    long lastMask) {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORDS = 3 * Long.BYTES;

  /**
   * A name.
   *
   * @param index of the member in its message, from 0 on
   */
  public static JsonName of(String name, int index) {
    byte[] quoted = JsonText.quoted(name, ":").getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(quoted, Math.max(WORDS, quoted.length));
    int used = (quoted.length - 1) % Long.BYTES + 1;
    return new JsonName(
        name,
        index,
        quoted,
        quoted.length,
        (long) LONGS.get(padded, 0),
        (long) LONGS.get(padded, 8),
        (long) LONGS.get(padded, 16),
        used == Long.BYTES ? -1 : (1L << (8 * used)) - 1);
  }

  /** Writes the bytes; there must be room for {@link #room()}. */
  void put(byte[] to, int at) {
    LONGS.set(to, at, first);
    if (length > 8) {
      LONGS.set(to, at + 8, second);
      if (length > 16) {
        LONGS.set(to, at + 16, third);
        if (length > WORDS) {
          System.arraycopy(quoted, WORDS, to, at + WORDS, length - WORDS);
        }
      }
    }
  }

  /** How many bytes {@link #put} may touch. */
  int room() {
    return Math.max(WORDS, length);
  }

  /** Whether these bytes stand there. */
  boolean matches(byte[] in, int at) {
    if (at > in.length - room()) {
      return at <= in.length - length && Arrays.equals(in, at, at + length, quoted, 0, length);
    }
    if (length <= 8) {
      return (((long) LONGS.get(in, at) ^ first) & lastMask) == 0;
    }
    if ((long) LONGS.get(in, at) != first) {
      return false;
    }
    if (length <= 16) {
      return (((long) LONGS.get(in, at + 8) ^ second) & lastMask) == 0;
    }
    if ((long) LONGS.get(in, at + 8) != second) {
      return false;
    }
    if (length <= WORDS) {
      return (((long) LONGS.get(in, at + 16) ^ third) & lastMask) == 0;
    }
    return (long) LONGS.get(in, at + 16) == third
        && Arrays.equals(in, at + WORDS, at + length, quoted, WORDS, length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonName that && index == that.index && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + index;
  }

  @Override
  public String toString() {
    return name;
  }
}
