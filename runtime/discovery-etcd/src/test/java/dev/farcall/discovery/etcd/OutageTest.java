package dev.farcall.discovery.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.grpc.fleet.Fleet;
import dev.farcall.grpc.fleet.Load;
import dev.farcall.grpc.fleet.Member;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers under load, each a process of its own, whose etcd is away for half a minute. */
@Timeout(180)
@Tag("interop")
class OutageTest {

  private static final long AWAY_SECONDS = 30;

  @TempDir Path folder;

  /** Polls: what is waited for is in other processes. */
  private static long await(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start)
          .as("waited for a minute")
          .isLessThan(Duration.ofSeconds(60).toNanos());
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return System.nanoTime() - start;
  }

  @Test
  void an_outage_of_the_registry_is_not_felt_and_changes_are_seen_when_it_is_over()
      throws Exception {
    List<Member> members = new ArrayList<>();
    try (EtcdServer etcd = EtcdServer.start(folder)) {
      String target = "etcd://" + etcd.address() + "/fleet";
      members.add(Member.start("a", target, 0, Duration.ZERO));
      members.add(Member.start("b", target, 0, Duration.ZERO));
      try (Connection connection = Farcall.connect(target)) {
        Fleet fleet = connection.client(Fleet.class);
        await(() -> fleet.name() != null && connection.endpoints().size() == 2);
        try (Load load = Load.begin(fleet, 600)) {
          await(() -> load.answers().size() == 2);
          etcd.kill();
          members.add(Member.start("c", target, 0, Duration.ZERO));
          TimeUnit.SECONDS.sleep(AWAY_SECONDS);
          assertThat(connection.endpoints()).hasSize(2);
          etcd.start();
          long seen = await(() -> connection.endpoints().size() == 3);
          assertThat(Duration.ofNanos(seen)).isLessThan(Duration.ofSeconds(2));
          await(() -> load.answers().containsKey("c"));

          Member left = members.get(0);
          assertThat(left.terminate()).isTrue();
          await(() -> connection.endpoints().size() == 2);
          assertThat(load.failures()).isEmpty();
          assertThat(load.rate()).isGreaterThan(500);
        }
      }
    } finally {
      members.forEach(Member::close);
    }
  }
}
