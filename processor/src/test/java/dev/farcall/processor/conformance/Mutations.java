package dev.farcall.processor.conformance;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Damages bytes the way that finds faults in decoders. */
final class Mutations {

  private static final int[] TELLING = {0x00, 0x01, 0x07, 0x0A, 0x7F, 0x80, 0xC0, 0xFF};

  private final Random random;
  private final List<byte[]> others;

  /** With other inputs, of which parts are taken. */
  Mutations(Random random, List<byte[]> others) {
    this.random = random;
    this.others = others;
  }

  byte[] next(byte[] bytes) {
    byte[] out = bytes;
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      out = once(out);
    }
    return out;
  }

  private byte[] once(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = at + random.nextInt(Math.min(16, bytes.length - at) + 1);
    return switch (random.nextInt(7)) {
      case 0 -> changed(bytes, at, bit -> bit ^ 1 << random.nextInt(8));
      case 1 -> changed(bytes, at, any -> TELLING[random.nextInt(TELLING.length)]);
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> replaced(bytes, at, end, new byte[0]);
      case 4 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      case 5 -> replaced(bytes, at, at, part(others.get(random.nextInt(others.size()))));
      default -> replaced(bytes, at, at, junk());
    };
  }

  private byte[] part(byte[] other) {
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, from + random.nextInt(other.length - from + 1));
  }

  private byte[] junk() {
    byte[] junk = new byte[random.nextInt(6)];
    random.nextBytes(junk);
    return junk;
  }

  private static byte[] changed(byte[] bytes, int at, IntUnaryOperator change) {
    byte[] out = bytes.clone();
    if (at < out.length) {
      out[at] = (byte) change.applyAsInt(out[at]);
    }
    return out;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] out = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }
}
