package dev.farcall.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compared codecs do the same work, on the message that the README describes. */
class JsonBenchmarkTest {

  private final JsonBenchmark benchmark = new JsonBenchmark();

  @BeforeEach
  void setUp() throws IOException {
    benchmark.setUp();
  }

  @Test
  void bothWriteTheSame1290Bytes() throws IOException {
    assertThat(benchmark.encodeGenerated()).hasSize(1290).isEqualTo(benchmark.encodeJackson());
  }

  @Test
  void bothReadTheSameOrder() throws IOException {
    assertThat(benchmark.decodeGenerated())
        .isEqualTo(SampleOrder.ORDER)
        .isEqualTo(benchmark.decodeJackson());
  }
}
