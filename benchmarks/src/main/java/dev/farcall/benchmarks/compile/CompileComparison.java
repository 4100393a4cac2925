package dev.farcall.benchmarks.compile;

import dev.farcall.benchmarks.compile.Contract.Parameters;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Plot;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds contracts on all sides, clean and after a change, in new JVMs and in warm ones, and tells
 * the medians; and how the time grows with the number of interfaces.
 *
 * <pre>CompileComparison interfaces methods records rounds directory</pre>
 */
final class CompileComparison {

  private static final int[] GROWTH = {1, 10, 100};
  private static final int RECORDS_OF_TEN_INTERFACES = 5;

  private final Report report = new Report("compile");
  private final int rounds;
  private final Path directory;
  private final Protoc protoc;

  private CompileComparison(int rounds, Path directory) throws IOException {
    this.rounds = rounds;
    this.directory = directory;
    this.protoc = new Protoc(directory.resolve("tools"));
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int interfaces = Integer.parseInt(args[0]);
    int methods = Integer.parseInt(args[1]);
    int records = Integer.parseInt(args[2]);
    Path directory = Path.of(args[4]);
    CompileComparison comparison = new CompileComparison(Integer.parseInt(args[3]), directory);
    for (Parameters parameters : Parameters.values()) {
      comparison.compare(new Contract(interfaces, methods, records, parameters));
    }
    comparison.grow(methods);
    comparison.report.write(directory);
  }

  private void compare(Contract contract) throws IOException, InterruptedException {
    Workspace workspace = workspace(contract);
    String title =
        String.format(
            Locale.ROOT,
            "%d interfaces, %d methods each, %d records, %s",
            contract.interfaces(),
            contract.methods(),
            contract.records(),
            contract.parameters().title());
    report.add(table(title + ": clean", Rounds.fresh(workspace, rounds, false)));
    report.add(table(title + ": after a change", Rounds.fresh(workspace, rounds, true)));
    report.add(table(title + ": after a change, warm JVM", Rounds.warm(workspace, rounds)));
    report.add(sizes(title, workspace));
  }

  private static Table table(String title, Rounds rounds) {
    Table table =
        new Table(
            title, List.of(Column.compared("time", "s", 2), Column.compared("CPU time", "s", 2)));
    for (Side side : Side.values()) {
      Cost cost = rounds.median(side);
      table.row(side.title(), cost.wall(), cost.cpu());
    }
    return table;
  }

  private static Table sizes(String title, Workspace workspace) throws IOException {
    Table table =
        new Table(
            title + ": what is made",
            List.of(
                Column.compared("generated Java", "KB", 0),
                Column.plain("files", "", 0),
                Column.compared("class files", "KB", 0),
                Column.plain("classes", "", 0)));
    for (Side side : Side.values()) {
      List<Path> generated = workspace.generated(side);
      List<Path> classes = workspace.classes(side);
      table.row(
          side.title(),
          Tree.bytes(generated) / 1e3,
          generated.size(),
          Tree.bytes(classes) / 1e3,
          classes.size());
    }
    return table;
  }

  private void grow(int methods) throws IOException, InterruptedException {
    List<Rounds> measured = new ArrayList<>();
    double[] xs = new double[GROWTH.length];
    for (int i = 0; i < GROWTH.length; i++) {
      int records = Math.max(1, GROWTH[i] / 10) * RECORDS_OF_TEN_INTERFACES;
      Contract contract = new Contract(GROWTH[i], methods, records, Parameters.MIXED);
      measured.add(Rounds.fresh(workspace(contract), rounds, false));
      xs[i] = GROWTH[i];
    }
    Plot plot =
        new Plot(
            "interfaces",
            "A clean build in a new JVM, " + methods + " methods an interface",
            "interfaces",
            "seconds");
    for (Side side : Side.values()) {
      plot.line(
          side.title(),
          xs,
          measured.stream().mapToDouble(rounds -> rounds.median(side).wall()).toArray());
    }
    report.add(plot);
  }

  private Workspace workspace(Contract contract) throws IOException {
    return Workspace.of(contract, directory.resolve("compile"), protoc);
  }
}
