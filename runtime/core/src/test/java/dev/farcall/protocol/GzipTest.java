package dev.farcall.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class GzipTest {

  private static final byte[] ZEROS = new byte[1 << 20];

  @Test
  void whatWasCompressedComesBack() throws Exception {
    byte[] small = Gzip.deflate(ZEROS);
    assertThat(small).hasSizeLessThan(2_000);
    assertThat(Gzip.inflate(small, ZEROS.length)).isEqualTo(ZEROS);
  }

  @Test
  void moreThanTheLimitIsRefused() {
    assertThatThrownBy(() -> Gzip.inflate(Gzip.deflate(ZEROS), ZEROS.length - 1))
        .isInstanceOfSatisfying(
            UnreadableException.class,
            e -> assertThat(e.code()).isEqualTo(Code.RESOURCE_EXHAUSTED));
  }

  @Test
  void whatIsNotGzipOrCutIsRefused() {
    byte[] small = Gzip.deflate(ZEROS);
    for (byte[] broken : new byte[][] {{}, {1, 2, 3}, Arrays.copyOf(small, small.length / 2)}) {
      assertThatThrownBy(() -> Gzip.inflate(broken, ZEROS.length))
          .isInstanceOfSatisfying(
              UnreadableException.class,
              e -> assertThat(e.code()).isEqualTo(Code.INVALID_ARGUMENT));
    }
  }
}
