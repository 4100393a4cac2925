package dev.farcall.benchmarks.scale;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A measurement in a JVM of its own, so that none finds what another taught the compiler. */
final class Fork {

  private static final String POINT = "point ";

  private Fork() {}

  /** Tells a point to the process that began this one. */
  static void point(int x, double... ys) {
    StringBuilder line = new StringBuilder(POINT).append(x);
    for (double y : ys) {
      line.append(' ').append(y);
    }
    System.out.println(line);
  }

  /**
   * Runs a {@code main}; what it told, by x.
   *
   * @param logs where what it writes to its standard error goes
   */
  static SortedMap<Integer, double[]> points(Class<?> main, Path logs, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms512m", "-Xmx512m", "-classpath"));
    command.add(System.getProperty("java.class.path", ""));
    command.add(main.getName());
    command.addAll(List.of(args));
    Path log = logs.resolve("scale-" + main.getSimpleName().toLowerCase(Locale.ROOT) + ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    SortedMap<Integer, double[]> points = new TreeMap<>();
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().filter(line -> line.startsWith(POINT)).forEach(line -> read(line, points));
    }
    if (process.waitFor() != 0 || points.isEmpty()) {
      throw new IOException(
          main.getSimpleName() + " ended with " + process.exitValue() + "; see " + log);
    }
    return points;
  }

  private static void read(String line, SortedMap<Integer, double[]> points) {
    String[] words = line.substring(POINT.length()).split(" ", -1);
    double[] ys = new double[words.length - 1];
    for (int i = 0; i < ys.length; i++) {
      ys[i] = Double.parseDouble(words[i + 1]);
    }
    points.put(Integer.parseInt(words[0]), ys);
  }
}
