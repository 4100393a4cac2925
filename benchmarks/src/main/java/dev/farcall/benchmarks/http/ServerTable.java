package dev.farcall.benchmarks.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.farcall.benchmarks.http.ServerRounds.Round;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The medians of one request, all servers, with their ratios to the first. */
record ServerTable(Asked asked, Map<HttpServers, ServerRounds> servers) {

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("| ")
        .append(asked.title())
        .append(" | calls/s | ratio | server CPU a call | ratio");
    text.append(" | p50 | p99 |\n|---|---|---|---|---|---|---|\n");
    Round base = base();
    servers.forEach(
        (server, rounds) -> {
          Round round = rounds.median();
          text.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %.0f | %.2f | %.1f us | %.2f | %.0f us | %.0f us |%n",
                  server.title(),
                  round.callsPerSecond(),
                  round.callsPerSecond() / base.callsPerSecond(),
                  round.cpuMicros(),
                  round.cpuMicros() / base.cpuMicros(),
                  round.p50Micros(),
                  round.p99Micros()));
        });
    return text.toString();
  }

  /** Adds a row of figures for each server. */
  void addTo(ArrayNode rows) {
    Round base = base();
    servers.forEach(
        (server, rounds) -> {
          Round round = rounds.median();
          ObjectNode row = rows.addObject();
          row.put("request", asked.title()).put("server", server.title());
          row.put("callsPerSecond", round.callsPerSecond());
          row.put("callsRatio", round.callsPerSecond() / base.callsPerSecond());
          row.put("cpuMicros", round.cpuMicros());
          row.put("cpuRatio", round.cpuMicros() / base.cpuMicros());
          row.put("p50Micros", round.p50Micros()).put("p99Micros", round.p99Micros());
        });
  }

  /** Writes all tables as Markdown and as JSON. */
  static void write(Path directory, Iterable<ServerTable> tables) throws IOException {
    ArrayNode rows = Json.MAPPER.createArrayNode();
    StringBuilder text = new StringBuilder();
    for (ServerTable table : tables) {
      table.addTo(rows);
      text.append(table.markdown()).append('\n');
    }
    Files.writeString(directory.resolve("http-benchmark.md"), text);
    Files.writeString(directory.resolve("http-benchmark.json"), rows.toPrettyString());
  }

  private Round base() {
    return servers.values().iterator().next().median();
  }
}
