package dev.farcall.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.fixture.Tables;
import dev.farcall.simulation.Crowd.Oddity;
import dev.farcall.simulation.Crowd.Result;
import dev.farcall.simulation.Crowd.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What strategies make of servers that are not alike: the table under version control. */
class CrowdTest {

  private static final Path TABLE =
      Path.of("src/test/resources/dev/farcall/simulation/strategies.txt");

  private static final List<String> STRATEGIES =
      List.of(
          LoadBalanced.ROUND_ROBIN,
          LoadBalanced.RANDOM,
          LoadBalanced.LEAST_REQUEST,
          LoadBalanced.PEAK_EWMA);

  private static final Map<String, Setting> SETTINGS = settings();

  private static Map<String, Setting> settings() {
    Map<String, Setting> settings = new LinkedHashMap<>();
    settings.put("20 servers, all alike, load 0.8", new Setting(20, 8, 10, 0.8, Oddity.NONE, 0));
    settings.put(
        "20 servers, one five times slower, load 0.8", new Setting(20, 8, 10, 0.8, Oddity.SLOW, 1));
    settings.put(
        "3 servers, one five times slower, load 0.5", new Setting(3, 8, 4, 0.5, Oddity.SLOW, 1));
    settings.put(
        "20 servers, one that fails at once, load 0.7",
        new Setting(20, 8, 10, 0.7, Oddity.FAILING, 1));
    return settings;
  }

  @Test
  void what_happens_is_what_is_written_down_and_what_shall() throws IOException {
    StringBuilder table = new StringBuilder();
    SETTINGS.forEach(
        (name, setting) -> {
          Map<String, Result> results = new LinkedHashMap<>();
          STRATEGIES.forEach(strategy -> results.put(strategy, Crowd.run(setting, strategy)));
          table.append(name).append('\n').append(text(results)).append('\n');
          judge(setting, results);
        });
    Tables.assertWrittenDown(table.toString(), TABLE, 0.25);
  }

  private static void judge(Setting setting, Map<String, Result> results) {
    Result roundRobin = results.get(LoadBalanced.ROUND_ROBIN);
    Result leastRequest = results.get(LoadBalanced.LEAST_REQUEST);
    Result peakEwma = results.get(LoadBalanced.PEAK_EWMA);
    switch (setting.oddity()) {
      case NONE -> assertThat(peakEwma.p99()).isLessThan(roundRobin.p99() * 1.05);
      case SLOW -> {
        assertThat(leastRequest.p99()).isLessThan(roundRobin.p99() / 20);
        assertThat(peakEwma.p99()).isLessThan(leastRequest.p99());
      }
      case FAILING -> // it is ejected, whatever the strategy
          assertThat(results.values()).allMatch(result -> result.failed() < 0.0005);
    }
  }

  private static String text(Map<String, Result> results) {
    StringBuilder text =
        new StringBuilder(
            "                  p50 ms    p99 ms  p99.9 ms   failed %  to the odd %\n");
    results.forEach(
        (strategy, result) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "  %-14s%8.1f  %8.1f  %8.1f  %9.4f  %12.3f%n",
                    strategy,
                    result.p50(),
                    result.p99(),
                    result.p999(),
                    result.failed() * 100,
                    result.toOdd() * 100)));
    return text.toString();
  }
}
