package dev.farcall.benchmarks.contest;

import dev.farcall.benchmarks.load.Contender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One mode of a module under {@code peers}.
 *
 * @param name in reports
 * @param module as in {@code armeria-http}, whose class is {@code ArmeriaHttpPeer}
 * @param jdk the oldest that it runs on
 */
public record PeerModule(String name, String module, String mode, int jdk) {

  private static final int OLDEST = 17;

  /** One that runs on whatever ours does. */
  public PeerModule(String name, String module, String mode) {
    this(name, module, mode, OLDEST);
  }

  /**
   * It as a contender; none, and told of, if it does not run here or is not built.
   *
   * @param directory {@code target} of the module of the benchmarks
   */
  public Stream<Contender> contender(Path directory) {
    if (Runtime.version().feature() < jdk) {
      System.err.println(name + " wants JDK " + jdk + ", and is left out");
      return Stream.empty();
    }
    Path target = directory.resolve("../peers/" + module + "/target").normalize();
    Path classPath = target.resolve("classpath");
    if (!Files.exists(classPath)) {
      System.err.println(name + " is not built, and left out: " + target);
      return Stream.empty();
    }
    try {
      String path =
          target.resolve("classes")
              + System.getProperty("path.separator", ":")
              + Files.readString(classPath).strip();
      return Stream.of(new Contender(name, path, main(), mode, Entries.JVM));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String main() {
    return Arrays.stream(module.split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining("", "dev.farcall.peers.", "Peer"));
  }
}
