package dev.farcall.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compared codecs do the same work, on the message that the README describes. */
class CodecBenchmarkTest {

  private final CodecBenchmark benchmark = new CodecBenchmark();

  @BeforeEach
  void setUp() {
    benchmark.setUp();
  }

  @Test
  void bothWriteTheSame819Bytes() {
    assertThat(benchmark.encodeGenerated()).hasSize(819).isEqualTo(benchmark.encodeByHand());
  }

  @Test
  void bothReadTheSameOrder() {
    assertThat(benchmark.decodeGenerated())
        .isEqualTo(SampleOrder.ORDER)
        .isEqualTo(benchmark.decodeByHand());
  }
}
