package dev.farcall.discovery.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.Farcall;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Instance.Status;
import dev.farcall.registry.Registration;
import dev.farcall.registry.ServiceRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingCluster;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a real ZooKeeper, and with three of them. */
@Timeout(120)
class ZooKeeperRegistryTest {

  private static final Instance ONE = Instance.of("127.0.0.1", 1).withId("one");
  private static final Instance TWO = Instance.of("127.0.0.1", 2).withId("two/of two");

  private final BlockingQueue<List<Instance>> told = new LinkedBlockingQueue<>();

  private void await(Predicate<List<Instance>> wanted) throws InterruptedException {
    List<Instance> last = List.of();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end) {
      List<Instance> next = told.poll(1, TimeUnit.SECONDS);
      if (next != null) {
        last = next;
        if (wanted.test(next)) {
          return;
        }
      }
    }
    throw new AssertionError("told last: " + last);
  }

  private static String target(String servers) {
    return "zookeeper://" + servers + "/";
  }

  @Test
  void instances_come_change_and_go() throws Exception {
    try (TestingServer server = new TestingServer();
        ServiceRegistry registry = Farcall.registry(target(server.getConnectString()));
        ServiceRegistry other = Farcall.registry(target(server.getConnectString()))) {
      ServiceRegistry.Watch watch = other.watch("users/eu", told::add);
      await(List::isEmpty);
      Registration one = registry.register("users/eu", ONE);
      one.entered().toCompletableFuture().get(20, TimeUnit.SECONDS);
      registry.register("users/eu", TWO.withWeight(3)).entered().toCompletableFuture().join();
      registry.register("orders", ONE);
      await(all -> all.size() == 2);
      assertThat(other.instances("users/eu")).containsExactlyInAnyOrder(ONE, TWO.withWeight(3));
      one.update(ONE.withStatus(Status.DRAINING));
      await(all -> all.contains(ONE.withStatus(Status.DRAINING)));
      assertThat(registry.deregister("users/eu", "one")).isTrue();
      await(all -> all.equals(List.of(TWO.withWeight(3))));
      watch.close();
    }
  }

  @Test
  void what_was_known_holds_while_the_server_is_away_and_all_is_entered_again() throws Exception {
    try (TestingServer server = new TestingServer();
        ServiceRegistry registry = Farcall.registry(target(server.getConnectString()));
        ServiceRegistry other = Farcall.registry(target(server.getConnectString()))) {
      Registration one = registry.register("users", ONE);
      one.entered().toCompletableFuture().get(20, TimeUnit.SECONDS);
      other.watch("users", told::add);
      await(all -> all.contains(ONE));
      server.restart();
      registry.register("users", TWO);
      await(all -> all.contains(ONE) && all.contains(TWO));
      assertThat(told.stream().noneMatch(all -> !all.contains(ONE))).isTrue();
    }
  }

  @Test
  void one_that_is_entered_while_there_is_no_server_is_entered_when_there_is() throws Exception {
    int port = InstanceSpec.getRandomPort();
    try (ServiceRegistry registry = Farcall.registry(target("127.0.0.1:" + port))) {
      Registration one = registry.register("users", ONE);
      registry.watch("users", told::add);
      assertThatThrownBy(() -> registry.instances("users"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("zookeeper://127.0.0.1:" + port);
      assertThat(one.entered().toCompletableFuture()).isNotDone();
      try (TestingServer server = new TestingServer(port)) {
        one.entered().toCompletableFuture().get(60, TimeUnit.SECONDS);
        await(all -> all.contains(ONE));
        assertThat(server.getPort()).isEqualTo(port);
      }
    }
  }

  @Test
  void one_of_three_servers_may_go() throws Exception {
    try (TestingCluster cluster = new TestingCluster(3)) {
      cluster.start();
      try (ServiceRegistry registry = Farcall.registry(target(cluster.getConnectString()));
          ServiceRegistry other = Farcall.registry(target(cluster.getConnectString()))) {
        registry.register("users", ONE).entered().toCompletableFuture().get(30, TimeUnit.SECONDS);
        other.watch("users", told::add);
        await(all -> all.contains(ONE));
        cluster.killServer(cluster.getInstances().iterator().next());
        registry.register("users", TWO);
        await(all -> all.contains(ONE) && all.contains(TWO));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zookeeper:///users", "zookeeper://a b/users", "zookeeper://a,,b/users"})
  void servers_that_are_none_are_told(String target) {
    assertThatThrownBy(() -> Farcall.connect(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no server (expected: as in zookeeper://127.0.0.1:2181/users)");
  }
}
