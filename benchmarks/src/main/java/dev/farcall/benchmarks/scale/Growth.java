package dev.farcall.benchmarks.scale;

import dev.farcall.benchmarks.load.Contender;
import dev.farcall.benchmarks.load.Figures;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Plot;
import dev.farcall.benchmarks.report.Report;
import dev.farcall.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What contenders did at one size after the other. */
final class Growth {

  private final String what;
  private final int[] sizes;
  private final Map<Contender, List<Figures>> all = new LinkedHashMap<>();

  Growth(String what, int[] sizes) {
    this.what = what;
    this.sizes = sizes.clone();
  }

  /** Those at the next size. */
  void add(Map<Contender, Figures> figures) {
    figures.forEach(
        (contender, each) -> all.computeIfAbsent(contender, any -> new ArrayList<>()).add(each));
  }

  /**
   * Adds tables and plots of calls and of their CPU.
   *
   * @param name of the plots' files
   * @param x what grows
   */
  void report(Report report, String name, String x) {
    report.add(table("calls/s by " + what, Figures::callsPerSecond, "", 0));
    report.add(plot(name, "Calls", x, "calls/s", Figures::callsPerSecond));
    report.add(table("CPU a call by " + what, Figures::cpuMicros, "us", 1));
    report.add(
        plot(name + "-cpu", "CPU of a call", x, "us of CPU on both sides", Figures::cpuMicros));
  }

  private Table table(String title, ToDoubleFunction<Figures> figure, String unit, int digits) {
    List<Column> columns =
        Arrays.stream(sizes)
            .mapToObj(
                size -> Column.compared(String.format(Locale.ROOT, "%,d", size), unit, digits))
            .toList();
    Table table = new Table(title, columns);
    all.forEach((contender, each) -> table.row(contender.name(), values(each, figure)));
    return table;
  }

  private Plot plot(
      String name, String title, String x, String y, ToDoubleFunction<Figures> figure) {
    Plot plot = new Plot(name, title, x, y);
    all.forEach(
        (contender, each) -> {
          double[] values = values(each, figure);
          if (Arrays.stream(values).allMatch(value -> value > 0)) {
            plot.line(contender.name(), ScaleLoad.doubles(sizes), values);
          }
        });
    return plot;
  }

  private static double[] values(List<Figures> figures, ToDoubleFunction<Figures> figure) {
    return figures.stream().mapToDouble(figure).toArray();
  }
}
