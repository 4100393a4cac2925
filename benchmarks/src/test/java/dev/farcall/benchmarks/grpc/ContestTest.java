package dev.farcall.benchmarks.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.benchmarks.load.Contender;
import dev.farcall.benchmarks.load.Contest;
import dev.farcall.benchmarks.load.Figures;
import dev.farcall.benchmarks.load.Shape;
import dev.farcall.benchmarks.load.Task;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients and servers in processes of their own answer rightly, and their figures are sane. */
final class ContestTest {

  private static final List<Task> TASKS = List.of(Task.ECHO, Task.GET_USER, Task.PLACE_ORDER);
  private static final long MILLIS = 50;

  @TempDir private Path directory;

  @Test
  void farcallAndGrpcJavaAreMeasuredBesideEachOther() throws Exception {
    List<Contender> contenders =
        Contenders.named("grpc-java, tuned;farcall, @nonblocking", directory);
    assertThat(contenders).hasSize(2);
    try (Contest contest = Contest.start(contenders, TASKS, directory)) {
      assertThat(contest.pairs()).hasSize(2);
      sane(contenders, contest.run(Task.ECHO, Shape.callers(4), 1, MILLIS));
      sane(contenders, contest.run(Task.PLACE_ORDER, Shape.inFlight(4), 1, MILLIS));
      Map<Contender, Figures> atRate =
          contest.run(Task.GET_USER, Shape.rate(4, 100), 1, 4 * MILLIS);
      sane(contenders, atRate);
      assertThat(atRate.values()).allMatch(figures -> figures.callsPerSecond() < 120);
    }
  }

  @Test
  void aContenderThatDoesNotStartIsLeftOut() throws Exception {
    Contender absent =
        new Contender("absent", System.getProperty("java.class.path"), "No", "mode", List.of());
    assertThatThrownBy(() -> Contest.start(List.of(absent), TASKS, directory))
        .hasMessageStartingWith("none of the contenders started");
  }

  @Test
  void aNameThatNobodyHasIsRefused() {
    assertThatThrownBy(() -> Contenders.named("finagle", directory))
        .hasMessageStartingWith("finagle (expected: the begin of one of [grpc-java, tuned, ");
  }

  private static void sane(List<Contender> contenders, Map<Contender, Figures> all) {
    assertThat(all).containsOnlyKeys(contenders);
    assertThat(all.values())
        .allSatisfy(
            figures -> {
              assertThat(figures.callsPerSecond()).isPositive();
              assertThat(figures.clientCpuMicros()).isNotNegative();
              assertThat(figures.clientBytes()).isPositive();
              assertThat(figures.serverBytes()).isPositive();
              assertThat(figures.p50Micros()).isPositive();
              assertThat(figures.p99Micros()).isGreaterThanOrEqualTo(figures.p50Micros());
              assertThat(figures.p999Micros()).isGreaterThanOrEqualTo(figures.p99Micros());
            });
  }
}
