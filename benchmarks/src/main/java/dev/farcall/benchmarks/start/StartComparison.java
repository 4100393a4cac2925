package dev.farcall.benchmarks.start;

import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Starts each program in turn, several rounds of all, so that a disturbance hits each of them
 * alike, and tells the medians.
 *
 * <pre>StartComparison modules rounds directory</pre>
 */
final class StartComparison {

  private StartComparison() {}

  public static void main(String[] args) throws IOException {
    Path modules = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Report report = new Report("start");
    Map<Program, List<Started>> starts = new EnumMap<>(Program.class);
    // The first round reads all jars from the disk, and does not count.
    for (int round = -1; round < rounds; round++) {
      for (Program program : Program.values()) {
        Started started = program.start(modules);
        if (round >= 0) {
          starts.computeIfAbsent(program, any -> new ArrayList<>()).add(started);
        }
      }
    }
    report.add(times(starts)).add(jars(modules)).write(Path.of(args[2]));
  }

  private static Table times(Map<Program, List<Started>> starts) {
    Table table =
        new Table(
            "From the start of a JVM",
            List.of(
                Column.compared("first answer", "ms", 0),
                Column.compared("server ready", "ms", 0),
                Column.compared("CPU time", "ms", 0),
                Column.compared("resident memory", "MB", 0)));
    starts.forEach(
        (program, all) ->
            table.row(
                program.title(),
                median(all, Started::answered),
                median(all, Started::ready),
                median(all, Started::cpu),
                median(all, Started::resident)));
    return table;
  }

  private static Table jars(Path modules) throws IOException {
    Table table =
        new Table(
            "Its class path",
            List.of(Column.compared("size", "MB", 1), Column.plain("jars", "", 0)));
    for (Program program : Program.values()) {
      long bytes = 0;
      List<Path> jars = program.jars(modules);
      for (Path jar : jars) {
        bytes += Files.size(jar);
      }
      table.row(program.title(), bytes / 1e6, jars.size());
    }
    return table;
  }

  private static double median(List<Started> starts, ToDoubleFunction<Started> figure) {
    double[] sorted = starts.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
