package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SurrogatesTest {

  @Test
  void aQuestionMarkIsFoundAtEveryPlaceOfEveryLength() {
    for (int length = 0; length < 70; length++) {
      byte[] text = "x".repeat(length).getBytes(US_ASCII);
      assertThat(Surrogates.mayBeReplaced(text)).isFalse();
      for (int at = 0; at < length; at++) {
        text[at] = '?';
        assertThat(Surrogates.mayBeReplaced(text)).as("%d of %d", at, length).isTrue();
        text[at] = 'x';
      }
    }
  }

  @Test
  void noOtherByteIsTakenForAQuestionMark() {
    byte[] text = new byte[16];
    for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
      Arrays.fill(text, (byte) value);
      assertThat(Surrogates.mayBeReplaced(text)).as("%d", value).isEqualTo(value == '?');
    }
  }

  @Test
  void theFirstSurrogateWithoutItsPairIsFound() {
    assertThat(Surrogates.firstUnpaired("a\uD83D\uDE01?")).isEqualTo(-1);
    assertThat(Surrogates.firstUnpaired("ab\uD83D")).isEqualTo(2);
    assertThat(Surrogates.firstUnpaired("a\uDE01\uD83D")).isEqualTo(1);
    assertThat(Surrogates.firstUnpaired("\uD83Dx")).isZero();
  }
}
