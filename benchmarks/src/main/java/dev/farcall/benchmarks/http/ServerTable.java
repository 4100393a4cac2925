package dev.farcall.benchmarks.http;

import dev.farcall.benchmarks.http.ServerRounds.Round;
import dev.farcall.benchmarks.report.Column;
import dev.farcall.benchmarks.report.Table;
import java.util.List;
import java.util.Map;

/** The medians of one request, all servers. */
final class ServerTable {

  private static final List<Column> COLUMNS =
      List.of(
          Column.compared("calls/s", "", 0),
          Column.compared("server CPU a call", "us", 1),
          Column.plain("p50", "us", 0),
          Column.plain("p99", "us", 0));

  private ServerTable() {}

  static Table of(Asked asked, Map<HttpServers, ServerRounds> servers) {
    Table table = new Table(asked.title(), COLUMNS);
    servers.forEach(
        (server, rounds) -> {
          Round round = rounds.median();
          table.row(
              server.title(),
              round.callsPerSecond(),
              round.cpuMicros(),
              round.p50Micros(),
              round.p99Micros());
        });
    return table;
  }
}
