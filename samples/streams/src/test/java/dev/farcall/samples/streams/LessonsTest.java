package dev.farcall.samples.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LessonsTest {

  private static final String[] NONE = {};

  private static String printed(Runnable lesson) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      lesson.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).replace(System.lineSeparator(), "\n").strip();
  }

  @Test
  void a_history_is_pulled_as_far_as_it_is_wanted() {
    assertThat(printed(() -> Lesson1History.main(NONE)))
        .isEqualTo("at 100\nat 101\nat 102\nno share NONE");
  }

  @Test
  void trades_are_uploaded_until_one_is_refused() {
    assertThat(printed(() -> Lesson2Upload.main(NONE)))
        .isEqualTo("1000 trades for 21000.00\nno share NONE");
  }

  @Test
  void the_twin_does_the_same_and_waits_once() {
    assertThat(printed(() -> Lesson3Twin.main(NONE))).isEqualTo("100 trades\nhighest 100");
  }

  @Test
  void subscriptions_and_quotes_follow_each_other() {
    assertThat(printed(() -> Lesson4Quotes.main(NONE))).isEqualTo("ACME 100\nBOLT 7\ndone");
  }
}
