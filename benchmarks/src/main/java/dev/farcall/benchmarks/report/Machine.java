package dev.farcall.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * What a figure belongs to.
 *
 * @param load processes that waited for a processor in the minute before, as the system counts
 *     them; below 0 if it does not
 */
public record Machine(
    LocalDate date, String jdk, String system, int processors, long memoryBytes, double load) {

  /** This one, now. */
  public static Machine here() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        LocalDate.now(ZoneOffset.UTC),
        Runtime.version().toString(),
        system.getName() + " " + system.getArch(),
        system.getAvailableProcessors(),
        system.getTotalMemorySize(),
        system.getSystemLoadAverage());
  }

  /** Whether others kept it busy enough to spoil figures; the build itself is no more than that. */
  boolean busy() {
    return load > 1.5 * processors;
  }

  /** One sentence. */
  String sentence() {
    return String.format(
        Locale.ROOT,
        "%s, JDK %s, %s, %d processors, %.0f GiB; load before: %.1f%s",
        date,
        jdk,
        system,
        processors,
        memoryBytes / (double) (1L << 30),
        load,
        busy() ? ", so others were at work: do not trust times" : "");
  }
}
