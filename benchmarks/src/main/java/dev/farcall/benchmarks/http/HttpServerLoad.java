package dev.farcall.benchmarks.http;

import dev.farcall.benchmarks.http.ServerRounds.Round;
import dev.farcall.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * The same REST service on several servers, each in its own process, under the same load from this
 * one: one server after the other, several rounds of all, so that a disturbance hits each of them
 * alike. Reports the medians.
 *
 * <pre>HttpServerLoad all|peer,… rounds seconds directory</pre>
 */
final class HttpServerLoad {

  private static final int CONNECTIONS = 32;
  private static final int WARM_UP_ROUNDS = 3;

  private final List<ServerProcess> servers = new ArrayList<>();
  private final Map<Asked, Map<HttpServers, ServerRounds>> results = new EnumMap<>(Asked.class);

  private HttpServerLoad() {}

  public static void main(String[] args) throws Exception {
    List<HttpServers> peers = HttpServers.named(args[0]);
    int rounds = Integer.parseInt(args[1]);
    int seconds = Integer.parseInt(args[2]);
    Path directory = Path.of(args[3]);
    Report report = new Report("http");
    HttpServerLoad load = new HttpServerLoad();
    try {
      load.start(peers, directory);
      for (int round = -WARM_UP_ROUNDS; round < rounds; round++) {
        load.round(TimeUnit.SECONDS.toNanos(seconds), round >= 0);
      }
    } finally {
      load.close();
    }
    load.results.forEach((asked, results) -> report.add(ServerTable.of(asked, results)));
    report.write(directory);
  }

  private void start(List<HttpServers> peers, Path logs) throws IOException, InterruptedException {
    for (HttpServers peer : peers) {
      ServerProcess server = ServerProcess.start(peer, logs);
      servers.add(server);
      for (Asked asked : Asked.values()) {
        asked.check(server);
      }
    }
  }

  private void round(long nanos, boolean counts) throws IOException {
    for (Asked asked : Asked.values()) {
      for (ServerProcess server : servers) {
        Round round = run(server, asked.bytes(server.port()), nanos);
        if (counts) {
          results
              .computeIfAbsent(asked, any -> new EnumMap<>(HttpServers.class))
              .computeIfAbsent(server.server(), any -> new ServerRounds())
              .add(round);
        }
      }
    }
  }

  /** On connections of its own: servers close those that are idle for long. */
  private static Round run(ServerProcess server, byte[] request, long nanos) throws IOException {
    try (LoadClient client = LoadClient.connect(server.port(), CONNECTIONS)) {
      long cpu = server.cpu().toNanos();
      long begin = System.nanoTime();
      Histogram latencies = client.run(request, nanos);
      long time = System.nanoTime() - begin;
      long calls = latencies.getTotalCount();
      return new Round(
          calls * 1e9 / time,
          (server.cpu().toNanos() - cpu) / 1e3 / calls,
          latencies.getValueAtPercentile(50) / 1e3,
          latencies.getValueAtPercentile(99) / 1e3);
    }
  }

  private void close() {
    servers.forEach(ServerProcess::close);
  }
}
