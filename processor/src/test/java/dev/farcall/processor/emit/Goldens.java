package dev.farcall.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected files beside the tests' classes, under {@code goldens/}. They are compared; run the
 * tests with {@code -Dtest.argLine=-Dgoldens.rewrite=src/test/resources} to write them anew, and
 * read the difference before it is committed.
 */
final class Goldens {

  private Goldens() {}

  static void assertGolden(String path, String actual) {
    String rewrite = System.getProperty("goldens.rewrite");
    String resource = "goldens/" + path;
    if (rewrite != null) {
      write(Path.of(rewrite).resolve(resource), actual);
    }
    assertThat(actual).as(resource).isEqualTo(rewrite == null ? read(resource) : actual);
  }

  private static String read(String resource) {
    try (InputStream in = Goldens.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null
          ? "no golden " + resource + "; see Goldens"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
