package dev.farcall.discovery.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.Farcall;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Instance.Status;
import dev.farcall.registry.Registration;
import dev.farcall.registry.ServiceRegistry;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.RegistryClient;
import dev.farcall.spi.RegistryClient.Lease;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.CreateMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a real ZooKeeper. */
@Timeout(120)
class ZooKeeperRegistryTest {

  private static final Instance ONE = Instance.of("127.0.0.1", 1).withId("one");
  private static final Instance TWO = Instance.of("127.0.0.1", 2).withId("two/of two");

  private static final Instance THREE = Instance.of("127.0.0.1", 3).withId("three");

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
      assertThat(other.instances("orders")).containsExactly(ONE);
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
  void one_that_was_registered_twice_is_gone_when_it_is_deregistered() throws Exception {
    try (TestingServer server = new TestingServer();
        ServiceRegistry registry = Farcall.registry(target(server.getConnectString()));
        ServiceRegistry other = Farcall.registry(target(server.getConnectString()))) {
      registry.register("users", ONE).entered().toCompletableFuture().get(20, TimeUnit.SECONDS);
      registry.register("users", ONE.withWeight(2)).entered().toCompletableFuture().join();
      assertThat(other.instances("users")).containsExactly(ONE.withWeight(2));
      registry.register("users", TWO).entered().toCompletableFuture().join();
      registry.deregister("users", "one");
      other.watch("users", told::add);
      await(all -> all.equals(List.of(TWO)));
      server.restart(); // all that is kept is made again
      registry.register("users", THREE).entered().toCompletableFuture().get(60, TimeUnit.SECONDS);
      await(all -> all.contains(THREE));
      assertThat(other.instances("users")).containsExactlyInAnyOrder(TWO, THREE);
    }
  }

  @Test
  void who_was_replaced_can_neither_change_nor_remove_what_is_there() throws Exception {
    try (TestingServer server = new TestingServer();
        ZooKeeperRegistry registry = new ZooKeeperRegistry(server.getConnectString());
        ServiceRegistry other = Farcall.registry(target(server.getConnectString()))) {
      Lease first = lease(registry, ONE);
      Lease second = lease(registry, ONE.withWeight(2));
      assertThat(first.update(ONE.withWeight(3)).toCompletableFuture())
          .failsWithin(Duration.ofSeconds(20));
      first.release().toCompletableFuture().get(20, TimeUnit.SECONDS);
      assertThat(other.instances("users")).containsExactly(ONE.withWeight(2));
      second.release().toCompletableFuture().get(20, TimeUnit.SECONDS);
      assertThat(other.instances("users")).isEmpty();
    }
  }

  private static Lease lease(ZooKeeperRegistry registry, Instance instance) throws Exception {
    return registry
        .announce("users", instance, why -> {})
        .toCompletableFuture()
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void whoever_watches_may_wait_for_another_who_ends_the_watch() throws Exception {
    try (TestingServer server = new TestingServer();
        ZooKeeperRegistry registry = new ZooKeeperRegistry(server.getConnectString())) {
      CompletableFuture<Discovery.Watch> watch = new CompletableFuture<>();
      CompletableFuture<Void> ended = new CompletableFuture<>();
      RegistryClient.Listener waiting =
          new RegistryClient.Listener() {
            @Override
            public void found(List<Instance> instances) {
              watch
                  .thenAcceptAsync(Discovery.Watch::close)
                  .orTimeout(20, TimeUnit.SECONDS)
                  .whenComplete((done, failed) -> complete(ended, failed))
                  .join();
            }

            @Override
            public void failed(String why) {
              ended.completeExceptionally(new AssertionError(why));
            }
          };
      watch.complete(registry.watch("users", waiting));
      ended.get(30, TimeUnit.SECONDS);
    }
  }

  private static void complete(CompletableFuture<Void> future, Throwable failed) {
    if (failed == null) {
      future.complete(null);
    } else {
      future.completeExceptionally(failed);
    }
  }

  @Test
  void what_is_no_instance_is_left_out() throws Exception {
    try (TestingServer server = new TestingServer();
        ServiceRegistry registry = Farcall.registry(target(server.getConnectString()));
        CuratorFramework curator =
            CuratorFrameworkFactory.newClient(server.getConnectString(), new RetryOneTime(100))) {
      curator.start();
      for (String data : List.of("", "[]", "{}", "{\"address\":\"h\",\"port\":70000}")) {
        curator
            .create()
            .creatingParentsIfNeeded()
            .withMode(CreateMode.PERSISTENT_SEQUENTIAL)
            .forPath("/farcall/users/bad", data.getBytes(StandardCharsets.UTF_8));
      }
      registry.register("users", ONE).entered().toCompletableFuture().get(20, TimeUnit.SECONDS);
      assertThat(registry.instances("users")).containsExactly(ONE);
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

  @ParameterizedTest
  @ValueSource(strings = {"zookeeper:///users", "zookeeper://a b/users", "zookeeper://a,,b/users"})
  void servers_that_are_none_are_told(String target) {
    assertThatThrownBy(() -> Farcall.connect(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no server (expected: as in zookeeper://127.0.0.1:2181/users)");
  }
}
