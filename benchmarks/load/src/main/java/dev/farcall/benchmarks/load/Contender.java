package dev.farcall.benchmarks.load;

import java.util.List;
import java.util.Locale;

/**
 * A peer in one of its modes.
 *
 * @param name in reports
 * @param classPath its own
 * @param main a class whose {@code main} hands over to {@link Worker}
 * @param jvm further arguments for the JVM of both sides
 */
public record Contender(String name, String classPath, String main, String mode, List<String> jvm) {

  /** What its files are named after. */
  String file() {
    String simple = main.substring(main.lastIndexOf('.') + 1);
    return "load-" + (simple + "-" + mode).toLowerCase(Locale.ROOT);
  }
}
