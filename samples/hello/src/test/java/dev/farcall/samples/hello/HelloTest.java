package dev.farcall.samples.hello;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class HelloTest {

  @Test
  void greetsOverGrpc() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      Hello.main(new String[] {"Ada"});
    } finally {
      System.setOut(before);
    }

    assertThat(printed.toString(UTF_8).strip()).isEqualTo("Hello, Ada!");
  }
}
