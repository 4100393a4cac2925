package dev.farcall.benchmarks.compile;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Class paths of no more than is needed. */
final class Jars {

  private Jars() {}

  /** The jars or directories that these classes are from. */
  static String of(Class<?>... classes) {
    return Arrays.stream(classes)
        .map(Jars::of)
        .distinct()
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " is from no file", e);
    }
  }
}
