package dev.farcall.benchmarks.contest;

import dev.farcall.benchmarks.load.Contender;
import dev.farcall.benchmarks.load.Contest;
import dev.farcall.benchmarks.load.Figures;
import dev.farcall.benchmarks.load.Pair;
import dev.farcall.benchmarks.load.Shape;
import dev.farcall.benchmarks.load.Task;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Unary calls over loopback, by each contender's client to its server, each in a process of its
 * own. First as many calls as go, by callers that wait and by one that does not; then at a rate
 * that the slowest bears easily, for how long a call takes.
 */
public final class CallLoad {

  /** For each task: with less of it the first tables tell of the compiler. */
  private static final int WARM_UP_MILLIS = 4500;

  private static final int CALLERS = 16;
  private static final int MANY = 64;

  /** Of what the slowest can do. */
  private static final double EASY = 0.5;

  private static final List<Task> TASKS = List.of(Task.ECHO, Task.GET_USER, Task.PLACE_ORDER);

  private static final List<Column> THROUGHPUT =
      List.of(
          Column.compared("calls/s", "", 0),
          Column.compared("CPU a call", "us", 1),
          Column.plain("of the server", "us", 1),
          Column.compared("allocated a call", "B", 0),
          Column.plain("of the server", "B", 0));

  private static final List<Column> LATENCY =
      List.of(
          Column.compared("p99", "us", 0),
          Column.compared("p50", "us", 0),
          Column.compared("p99.9", "us", 0));

  private final Contest contest;
  private final Report report;
  private final int rounds;
  private final long millis;

  private CallLoad(Contest contest, Report report, int rounds, long millis) {
    this.contest = contest;
    this.report = report;
    this.rounds = rounds;
    this.millis = millis;
  }

  /**
   * Compares them, and adds the tables to a report.
   *
   * @param echo what is sent there and back as a text, for the titles
   * @param order the same of the order
   * @param directory where what the contenders write to their standard error goes
   */
  public static void run(
      Report report,
      List<Contender> contenders,
      String echo,
      String order,
      int rounds,
      long millis,
      Path directory)
      throws IOException, InterruptedException {
    try (Contest contest = Contest.start(contenders, TASKS, directory)) {
      CallLoad load = new CallLoad(contest, report, rounds, millis);
      load.warmUp();
      load.compare(Task.ECHO, echo + " there and back", 1, CALLERS, MANY);
      load.compare(Task.GET_USER, "getUser", 1, CALLERS, MANY);
      load.compare(Task.PLACE_ORDER, order + " there and back", CALLERS);
      load.memory();
    }
  }

  /**
   * Adds to a report which versions of its artifacts were compared.
   *
   * @param artifacts as in {@code armeria-grpc}; of the first contender that has it
   */
  public static void versions(Report report, List<Contender> contenders, List<String> artifacts) {
    Map<String, String> found = new TreeMap<>();
    for (Contender contender : contenders) {
      for (String artifact : artifacts) {
        String version = Entries.version(contender, artifact);
        if (!version.isEmpty()) {
          found.putIfAbsent(artifact, version);
        }
      }
    }
    found.forEach(report::version);
  }

  private void warmUp() throws InterruptedException {
    long least = Math.min(WARM_UP_MILLIS, 3L * rounds * millis);
    contest.warmUp(List.of(Task.ECHO), Shape.inFlight(MANY), least); // the most calls first
    contest.warmUp(TASKS, Shape.callers(MANY), least);
  }

  private void compare(Task task, String what, int... callers) throws InterruptedException {
    double slowest = Double.MAX_VALUE;
    for (int count : callers) {
      var figures = contest.run(task, Shape.callers(count), rounds, millis);
      report.add(throughput(what + ", " + count + (count == 1 ? " caller" : " callers"), figures));
      if (count == CALLERS) {
        slowest = slowest(figures);
      }
    }
    report.add(
        throughput(
            what + ", asynchronous, " + MANY + " in flight",
            contest.run(task, Shape.inFlight(MANY), rounds, millis)));
    double rate = Math.floor(EASY * slowest);
    report.add(
        latency(
            String.format(Locale.ROOT, "%s, %,.0f calls/s by %d callers", what, rate, CALLERS),
            contest.run(task, Shape.rate(CALLERS, rate), rounds, 2 * millis)));
  }

  private static double slowest(Map<Contender, Figures> figures) {
    return figures.values().stream()
        .mapToDouble(Figures::callsPerSecond)
        .filter(each -> each > 0)
        .min()
        .orElseThrow();
  }

  private static Table throughput(String title, Map<Contender, Figures> figures) {
    Table table = new Table(title, THROUGHPUT);
    figures.forEach(
        (contender, each) ->
            table.row(
                contender.name(),
                each.callsPerSecond(),
                each.cpuMicros(),
                each.serverCpuMicros(),
                each.bytes(),
                each.serverBytes()));
    return table;
  }

  private static Table latency(String title, Map<Contender, Figures> figures) {
    Table table = new Table(title, LATENCY);
    figures.forEach(
        (contender, each) ->
            table.row(contender.name(), each.p99Micros(), each.p50Micros(), each.p999Micros()));
    return table;
  }

  /** With heaps of 256 MiB that nobody asked to be tidied up. */
  private void memory() throws IOException, InterruptedException {
    Table table =
        new Table(
            "resident memory after all that",
            List.of(Column.compared("server", "MiB", 0), Column.compared("client", "MiB", 0)));
    for (Pair pair : contest.pairs()) {
      table.row(
          pair.contender().name(),
          mebibytes(pair.serverUsage().residentBytes()),
          mebibytes(pair.clientUsage().residentBytes()));
    }
    report.add(table);
  }

  private static double mebibytes(long bytes) {
    return bytes < 0 ? Double.NaN : bytes / (double) (1 << 20);
  }
}
