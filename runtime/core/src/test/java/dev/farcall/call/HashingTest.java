package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashingTest {

  /** As it is written down: FNV-1a of the bytes. The mixing is that of a number. */
  private static long ofBytes(String key) {
    long hash = 0xCBF29CE484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
    }
    return Hashing.of(hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "customer-1",
        "\u0000\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF",
        "Zoë 漢字 \uD83D\uDE00 \uDBFF\uDFFF \uD800\uDC00",
        "\uD83D",
        "\uDE00\uD83D",
        "a\uD83Db"
      })
  void a_text_is_hashed_by_its_bytes(String key) {
    assertThat(Hashing.of(key)).isEqualTo(ofBytes(key));
  }

  @Test
  void any_text_is_hashed_by_its_bytes() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder key = new StringBuilder();
      for (int c = random.nextInt(20); c > 0; c--) {
        key.append((char) (random.nextInt(0x10000) >> random.nextInt(9)));
      }
      assertThat(Hashing.of(key.toString())).isEqualTo(ofBytes(key.toString()));
    }
  }

  @Test
  void no_key_is_none_and_a_key_never_is() {
    assertThat(Hashing.of((String) null)).isEqualTo(Hashing.NONE);
    assertThat(Hashing.of("")).isNotEqualTo(Hashing.NONE);
    assertThat(Hashing.of(0x61C8864680B583EBL)).isNotEqualTo(Hashing.NONE); // would be mixed to it
  }
}
