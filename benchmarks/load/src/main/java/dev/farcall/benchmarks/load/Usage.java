package dev.farcall.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a process took since it began.
 *
 * @param cpuNanos of all its threads
 * @param allocatedBytes of all its threads; before JDK 21 of those that live
 * @param residentBytes of memory now; below 0 where the system does not tell
 */
public record Usage(long cpuNanos, long allocatedBytes, long residentBytes) {

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Path STATUS = Path.of("/proc/self/status");

  /** Of this process. */
  static Usage here() {
    return new Usage(PROCESS.getProcessCpuTime(), allocated(), resident());
  }

  static Usage parse(String text) {
    String[] parts = text.split(" ", 3);
    return new Usage(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  @Override
  public String toString() {
    return cpuNanos + " " + allocatedBytes + " " + residentBytes;
  }

  private static long allocated() {
    try {
      return (long) ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(THREADS);
    } catch (ReflectiveOperationException before21) {
      long[] each = THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds());
      return Arrays.stream(each).filter(bytes -> bytes > 0).sum();
    }
  }

  private static long resident() {
    if (!Files.isReadable(STATUS)) {
      return -1;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException e) {
      return -1;
    }
    return -1;
  }
}
