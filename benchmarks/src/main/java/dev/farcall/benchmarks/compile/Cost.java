package dev.farcall.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a build took, in seconds.
 *
 * @param wall on the clock
 * @param cpu of the processors, by all its processes; {@code NaN} where the system does not tell
 */
record Cost(double wall, double cpu) {

  private static final Path STAT = Path.of("/proc/self/stat");
  private static final double TICKS_PER_SECOND = 100;

  /** Processor time of all processes that this one started and that ended, in seconds. */
  static double cpuOfChildren() throws IOException {
    if (!Files.exists(STAT)) {
      return Double.NaN;
    }
    String stat = Files.readString(STAT);
    // Behind the name, which may have blanks: the state is field 3; cutime and cstime are 16, 17.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
  }
}
