package dev.farcall.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.simulation.Simulation.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables under version control are what happens, and what happens is what shall. */
class SimulationTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/farcall/simulation");

  private static final String[] NONE = {"timeout.value", "1s", "retry.max-attempts", "1"};

  private static final String[] ALL = {
    "timeout.value", "1s",
    "retry.enabled", "true",
    "circuit-breaker.minimum-calls", "5"
  };

  private static final String[] ADAPTING = {
    "timeout.value", "1s",
    "retry.enabled", "true",
    "concurrency-limit.initial", "2",
    "concurrency-limit.max", "10"
  };

  @ParameterizedTest
  @EnumSource
  void what_happens_is_what_is_written_down(Trouble trouble) throws IOException {
    StringBuilder told = new StringBuilder();
    for (boolean guarded : new boolean[] {false, true}) {
      List<Row> rows = Simulation.run(trouble, guarded ? ALL : NONE);
      String title = guarded ? "with retries and circuit breakers" : "with a timeout alone";
      told.append(title).append('\n').append(Table.of(rows)).append('\n');
      if (Boolean.getBoolean("simulation.plot")) {
        String name = name(trouble) + (guarded ? "-guarded" : "-bare") + ".svg";
        Files.createDirectories(Path.of("target/simulation"));
        Files.writeString(
            Path.of("target/simulation", name), Plot.of(name(trouble) + " " + title, rows));
      }
    }
    Path file = FOLDER.resolve(name(trouble) + ".txt");
    if (Boolean.getBoolean("simulation.update")) {
      Files.writeString(file, told);
    }
    assertThat(told.toString()).isEqualTo(Files.readString(file));
  }

  private static String name(Trouble trouble) {
    return trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static long sentInTrouble(List<Row> rows) {
    return rows.subList(3, 9).stream().mapToLong(row -> row.sent).sum();
  }

  private static long offeredInTrouble(List<Row> rows) {
    return rows.subList(3, 9).stream().mapToLong(row -> row.offered).sum();
  }

  private static Row last(List<Row> rows) {
    return rows.get(rows.size() - 1);
  }

  @Test
  void servers_that_are_down_are_spared_and_found_again() {
    List<Row> rows = Simulation.run(Trouble.FAST_503, ALL);
    assertThat(sentInTrouble(rows)).isLessThan(offeredInTrouble(rows));
    assertThat(last(rows).failed + last(rows).rejected).isZero();
    assertThat(last(rows).open).isZero();
  }

  @Test
  void callers_of_a_black_hole_soon_do_not_wait() {
    Row bare = Simulation.run(Trouble.BLACK_HOLE, NONE).get(8);
    Row guarded = Simulation.run(Trouble.BLACK_HOLE, ALL).get(8);
    assertThat(guarded.rejected).isGreaterThan(guarded.offered / 2);
    assertThat(guarded.waited).isLessThan(bare.waited / 2);
  }

  @Test
  void a_storm_of_404_opens_nothing_and_is_not_sent_again() {
    List<Row> rows = Simulation.run(Trouble.STORM_OF_404, ALL);
    assertThat(rows).allSatisfy(row -> assertThat(row.open).isZero());
    assertThat(sentInTrouble(rows)).isEqualTo(offeredInTrouble(rows));
  }

  @Test
  void an_overload_is_not_made_worse() {
    List<Row> rows = Simulation.run(Trouble.OVERLOAD, ADAPTING);
    assertThat(sentInTrouble(rows)).isLessThanOrEqualTo(offeredInTrouble(rows));
  }
}
