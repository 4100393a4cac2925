package dev.farcall.benchmarks.httpcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.benchmarks.load.Contender;
import dev.farcall.benchmarks.load.Contest;
import dev.farcall.benchmarks.load.Figures;
import dev.farcall.benchmarks.load.Shape;
import dev.farcall.benchmarks.load.Task;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ours and Vert.x by hand answer rightly, whatever way they are called. */
final class HttpCallTest {

  private static final List<Task> TASKS = List.of(Task.ECHO, Task.GET_USER, Task.PLACE_ORDER);

  @TempDir private Path directory;

  @Test
  void farcallAndVertxAreMeasuredBesideEachOther() throws Exception {
    List<Contender> contenders =
        HttpContenders.named(
            "vert.x + jackson, client on one loop;farcall, @nonblocking", directory);
    assertThat(contenders).hasSize(2);
    try (Contest contest = Contest.start(contenders, TASKS, directory)) {
      assertThat(contest.pairs()).hasSize(2);
      for (Shape shape : List.of(Shape.callers(4), Shape.inFlight(4))) {
        assertThat(contest.run(Task.ECHO, shape, 1, 50).values())
            .hasSize(2)
            .extracting(Figures::callsPerSecond)
            .allMatch(callsPerSecond -> callsPerSecond > 0);
      }
    }
  }
}
