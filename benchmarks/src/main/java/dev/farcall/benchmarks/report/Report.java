package dev.farcall.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one part of the benchmarks found. Begun before anything is measured, since it tells how busy
 * the machine was then.
 */
public final class Report {

  private final String part;
  private final Machine machine = Machine.here();
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Plot> plots = new ArrayList<>();

  /**
   * Nothing yet.
   *
   * @param part as in the command: {@code codec}, {@code grpc}
   */
  public Report(String part) {
    this.part = part;
    if (machine.busy()) {
      System.err.println("The machine is busy: " + machine.sentence());
    }
  }

  /** Tells which version of a peer was measured. */
  public Report version(String peer, String version) {
    versions.put(peer, version);
    return this;
  }

  public Report add(Table table) {
    tables.add(table);
    return this;
  }

  public Report add(Plot plot) {
    plots.add(plot);
    return this;
  }

  /**
   * Prints the tables, and leaves in the directory {@code <part>-benchmark.md} and {@code .json},
   * {@code <part>-<n>.svg} for each table with something to compare, and {@code <part>-<name>.svg}
   * for each plot. Files of an earlier run are replaced.
   */
  public void write(Path directory) {
    try {
      Files.createDirectories(directory);
      String markdown = markdown();
      System.out.println();
      System.out.println(markdown);
      Files.writeString(directory.resolve(part + "-benchmark.md"), markdown);
      Files.writeString(directory.resolve(part + "-benchmark.json"), json());
      for (int i = 0; i < tables.size(); i++) {
        String bars = tables.get(i).bars();
        if (!bars.isEmpty()) {
          Files.writeString(directory.resolve(part + "-" + (i + 1) + ".svg"), bars);
        }
      }
      for (Plot plot : plots) {
        Files.writeString(directory.resolve(part + "-" + plot.name() + ".svg"), plot.svg());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "what was measured of " + part + " cannot be left in " + directory, e);
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder(machine.sentence());
    versions.forEach(
        (peer, version) -> text.append(String.format(Locale.ROOT, "; %s %s", peer, version)));
    text.append(".\n");
    tables.forEach(table -> text.append('\n').append(table.markdown()));
    return text.toString();
  }

  private String json() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("part", part);
    ObjectNode here = root.putObject("machine");
    here.put("date", machine.date().toString()).put("jdk", machine.jdk());
    here.put("system", machine.system()).put("processors", machine.processors());
    here.put("memoryBytes", machine.memoryBytes()).put("loadBefore", machine.load());
    ObjectNode peers = root.putObject("versions");
    versions.forEach(peers::put);
    var list = root.putArray("tables");
    tables.forEach(table -> table.describe(list.addObject()));
    var drawn = root.putArray("plots");
    plots.forEach(plot -> plot.describe(drawn.addObject()));
    return root.toPrettyString();
  }
}
