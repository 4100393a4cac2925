package dev.farcall.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against loops that look at one byte at a time. */
class JsonTextTest {

  private static final int LONGEST = 26;
  private static final byte[] FILLINGS = {
    'a', '!', '#', '[', ']', '>', '@', ' ', 0x7F, (byte) 0x80
  };

  private static boolean isSpecial(byte b) {
    return b < ' ' || b == '"' || b == '\\';
  }

  private static boolean isSuspicious(byte b) {
    return (b >= 0 && b < ' ') || b == '"' || b == '\\' || b == '?';
  }

  private static void check(byte[] text) {
    int first = 0;
    while (first < text.length && !isSpecial(text[first])) {
      first++;
    }
    assertThat(JsonText.firstSpecial(text, 0, text.length)).isEqualTo(first);

    int suspicious = 0;
    while (suspicious < text.length && !isSuspicious(text[suspicious])) {
      suspicious++;
    }
    byte[] copy = new byte[text.length + 3];
    int copied = JsonText.copyPlain(text, copy, 2);
    if (suspicious == text.length) {
      assertThat(copied).isEqualTo(text.length);
    } else {
      assertThat(copied).isBetween(0, suspicious);
    }
    assertThat(Arrays.copyOfRange(copy, 2, 2 + copied)).isEqualTo(Arrays.copyOf(text, copied));
    assertThat(copy[0]).isZero();
    assertThat(copy[copy.length - 1]).isZero();
  }

  @Test
  void every_byte_is_told_at_every_place_of_every_length() {
    for (byte filling : FILLINGS) {
      for (int length = 0; length <= LONGEST; length++) {
        byte[] text = new byte[length];
        for (int place = 0; place < length; place++) {
          for (int b = 0; b < 256; b++) {
            Arrays.fill(text, filling);
            text[place] = (byte) b;
            check(text);
          }
        }
        Arrays.fill(text, filling);
        check(text);
      }
    }
  }

  @Test
  void bytes_beside_each_other_do_not_hide_each_other() {
    byte[] interesting = {0, 1, 2, 31, 32, 33, 34, 35, 62, 63, 64, 91, 92, 93, 127, -128, -126, -1};
    Random random = new Random(7);
    for (int round = 0; round < 200_000; round++) {
      byte[] text = new byte[random.nextInt(LONGEST)];
      for (int i = 0; i < text.length; i++) {
        text[i] =
            random.nextInt(3) == 0 ? interesting[random.nextInt(interesting.length)] : (byte) 'a';
      }
      check(text);
    }
  }
}
