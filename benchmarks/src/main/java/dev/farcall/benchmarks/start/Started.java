package dev.farcall.benchmarks.start;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One start, from the start of its process.
 *
 * @param ready until the server listened, in milliseconds
 * @param answered until the first answer, in milliseconds
 * @param cpu what the process took of the processors until then, in milliseconds
 * @param resident what it had in memory then, in megabytes
 */
record Started(double ready, double answered, double cpu, double resident) {

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

  /** What {@code /proc/<pid>/status} says. */
  static double residentMegabytes(String status) {
    Matcher matcher = RESIDENT.matcher(status);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no VmRSS in kB in: " + status);
    }
    return Long.parseLong(matcher.group(1)) * 1024 / 1e6;
  }
}
