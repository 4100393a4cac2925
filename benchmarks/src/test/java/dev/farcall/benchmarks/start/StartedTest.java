package dev.farcall.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StartedTest {

  @Test
  void residentMemoryIsReadFromTheStatus() {
    String status = "Name:\tjava\nVmHWM:\t  200000 kB\nVmRSS:\t  125000 kB\nRssAnon:\t 1 kB\n";
    assertThat(Started.residentMegabytes(status)).isEqualTo(128.0);
  }

  @Test
  void aStatusWithoutItIsTold() {
    assertThatThrownBy(() -> Started.residentMegabytes("Name:\tjava\n"))
        .hasMessageStartingWith("no VmRSS in kB in: Name:");
  }
}
