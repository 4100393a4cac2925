package dev.farcall.benchmarks.scale;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.benchmarks.grpc.Contenders;
import dev.farcall.benchmarks.load.Contest;
import dev.farcall.benchmarks.load.Shape;
import dev.farcall.benchmarks.load.Task;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Plot;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Draws how costs grow.
 *
 * <pre>ScaleLoad rounds millis directory</pre>
 */
public final class ScaleLoad {

  private static final int[] PAYLOADS = {10, 100, 1_000, 10_000, 100_000, 1_000_000};
  private static final int[] CALLERS = {1, 4, 16, 64, 256};
  private static final int SOME = 16;

  /** With less of it the first points of the curves tell of the compiler. */
  private static final int WARM_UP_MILLIS = 10_000;

  private static final List<String> STRATEGIES =
      List.of(
          LoadBalanced.ROUND_ROBIN,
          LoadBalanced.RANDOM,
          LoadBalanced.WEIGHTED_ROUND_ROBIN,
          LoadBalanced.LEAST_REQUEST,
          LoadBalanced.PEAK_EWMA,
          LoadBalanced.CONSISTENT_HASH,
          LoadBalanced.STICKY);

  private final Report report = new Report("scale");
  private final int rounds;
  private final long millis;

  private ScaleLoad(int rounds, long millis) {
    this.rounds = rounds;
    this.millis = millis;
  }

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[2]);
    ScaleLoad scale = new ScaleLoad(Integer.parseInt(args[0]), Long.parseLong(args[1]));
    scale.calls(directory);
    scale.endpoints(directory);
    scale.services(directory);
    scale.report.write(directory);
  }

  private void calls(Path directory) throws InterruptedException {
    List<Task> echoes =
        Arrays.stream(PAYLOADS).mapToObj(bytes -> new Task(Task.Operation.ECHO, bytes)).toList();
    try (Contest contest = Contest.start(Contenders.pooledAndNot(), echoes, directory)) {
      long least = Math.min(WARM_UP_MILLIS, 3L * rounds * millis);
      contest.warmUp(List.of(Task.ECHO), Shape.callers(SOME), least);
      Growth payloads = new Growth("bytes, " + SOME + " callers", PAYLOADS);
      for (Task echo : echoes) {
        payloads.add(contest.run(echo, Shape.callers(SOME), rounds, millis));
      }
      payloads.report(report, "payload", "bytes there and back");
      Growth callers = new Growth("callers, 92 bytes", CALLERS);
      for (int count : CALLERS) {
        callers.add(contest.run(Task.ECHO, Shape.callers(count), rounds, millis));
      }
      callers.report(report, "callers", "callers that wait for each answer");
    }
  }

  private void endpoints(Path directory) throws IOException, InterruptedException {
    Plot plot =
        new Plot("endpoints", "A choice among endpoints", "endpoints", "ns of CPU for a choice");
    Table table = new Table("a choice among", columns(EndpointGrowth.ENDPOINTS, "ns"));
    for (String strategy : STRATEGIES) {
      double[] nanos = column(Fork.points(EndpointGrowth.class, directory, strategy), 0);
      plot.line(strategy, doubles(EndpointGrowth.ENDPOINTS), nanos);
      table.row(strategy, nanos);
    }
    report.add(table).add(plot);
  }

  private void services(Path directory) throws IOException, InterruptedException {
    SortedMap<Integer, double[]> points = Fork.points(ServiceGrowth.class, directory);
    double[] call = column(points, 0);
    double[] opening = column(points, 1);
    double[] services = doubles(ServiceGrowth.SERVICES);
    report.add(
        new Table("services of one server", columns(ServiceGrowth.SERVICES, "us"))
            .row("CPU of a call, each in turn", call)
            .row("to open a server and clients, by the service", opening));
    report.add(
        new Plot("services", "Services of one server", "services", "us")
            .line("a call, CPU", services, call)
            .line("to open a service", services, opening));
  }

  private static List<Column> columns(int[] sizes, String unit) {
    return Arrays.stream(sizes)
        .mapToObj(size -> Column.plain(String.format(Locale.ROOT, "%,d", size), unit, 1))
        .toList();
  }

  private static double[] column(SortedMap<Integer, double[]> points, int index) {
    return points.values().stream().mapToDouble(ys -> ys[index]).toArray();
  }

  static double[] doubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }
}
