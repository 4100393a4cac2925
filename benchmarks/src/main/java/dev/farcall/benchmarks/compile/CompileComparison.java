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
 * Builds a contract on all sides, clean and after a change, in new JVMs and in warm ones, and tells
 * the medians; and how the time grows with the number of interfaces.
 *
 * <p>A change is a component more of one record and a method more of one interface. After it all of
 * the module is built again, on both sides, as Maven does.
 *
 * <pre>CompileComparison interfaces methods records records|mixed rounds directory</pre>
 */
final class CompileComparison {

  private static final int[] SMALLER = {1, 10};

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
    Contract contract =
        new Contract(
            Integer.parseInt(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Parameters.valueOf(args[3].toUpperCase(Locale.ROOT)));
    Path directory = Path.of(args[5]);
    new CompileComparison(Integer.parseInt(args[4]), directory).run(contract);
  }

  private void run(Contract contract) throws IOException, InterruptedException {
    Workspace workspace = workspace(contract);
    Rounds clean = Rounds.fresh(workspace, rounds, false);
    report
        .add(table(contract + ": clean", clean))
        .add(sizes(workspace))
        .add(table("After a change", Rounds.fresh(workspace, rounds, true)))
        .add(table("After a change, in a warm JVM", Rounds.warm(workspace, rounds)))
        .add(growth(contract, clean))
        .write(directory);
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

  private static Table sizes(Workspace workspace) throws IOException {
    Table table =
        new Table(
            "What is made",
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

  private Plot growth(Contract contract, Rounds whole) throws IOException, InterruptedException {
    List<Contract> contracts = new ArrayList<>();
    List<Rounds> measured = new ArrayList<>();
    for (int interfaces : SMALLER) {
      if (interfaces < contract.interfaces()) {
        Contract part = contract.part(interfaces);
        contracts.add(part);
        measured.add(Rounds.fresh(workspace(part), rounds, false));
      }
    }
    contracts.add(contract);
    measured.add(whole);
    Plot plot =
        new Plot(
            "interfaces",
            "A clean build in a new JVM, " + contract.methods() + " methods an interface",
            "interfaces",
            "seconds");
    double[] xs = contracts.stream().mapToDouble(Contract::interfaces).toArray();
    for (Side side : Side.values()) {
      plot.line(
          side.title(),
          xs,
          measured.stream().mapToDouble(rounds -> rounds.median(side).wall()).toArray());
    }
    return plot;
  }

  private Workspace workspace(Contract contract) throws IOException {
    return Workspace.of(contract, directory.resolve("compile"), protoc);
  }
}
