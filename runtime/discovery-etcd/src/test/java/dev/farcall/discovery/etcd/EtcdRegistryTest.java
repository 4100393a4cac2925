package dev.farcall.discovery.etcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.Farcall;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Instance.Status;
import dev.farcall.registry.Registration;
import dev.farcall.registry.ServiceRegistry;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.options.CompactOption;
import io.etcd.jetcd.options.GetOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a real etcd. */
@Timeout(120)
class EtcdRegistryTest {

  private static final Instance ONE = Instance.of("127.0.0.1", 1).withId("one");
  private static final Instance TWO = Instance.of("127.0.0.1", 2).withId("two/of two");

  @TempDir Path folder;

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

  private static ServiceRegistry registry(EtcdServer server) {
    return Farcall.registry("etcd://" + server.address() + "/");
  }

  private static void entered(Registration registration) throws Exception {
    registration.entered().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  @Tag("interop")
  void instances_come_change_and_go() throws Exception {
    try (EtcdServer server = EtcdServer.start(folder);
        ServiceRegistry registry = registry(server);
        ServiceRegistry other = registry(server)) {
      ServiceRegistry.Watch watch = other.watch("users/eu", told::add);
      await(List::isEmpty);
      Registration one = registry.register("users/eu", ONE);
      entered(one);
      entered(registry.register("users/eu", TWO.withWeight(3)));
      entered(registry.register("orders", ONE));
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
  @Tag("interop")
  void changes_are_seen_within_two_seconds_of_the_return_of_the_server() throws Exception {
    try (EtcdServer server = EtcdServer.start(folder);
        ServiceRegistry registry = registry(server);
        ServiceRegistry other = registry(server)) {
      entered(registry.register("users", ONE));
      other.watch("users", told::add);
      await(all -> all.contains(ONE));
      server.kill();
      Registration two = registry.register("users", TWO);
      assertThat(told.poll(15, TimeUnit.SECONDS)).isNull(); // longer than a lease
      server.start();
      long back = System.nanoTime();
      await(all -> all.contains(ONE) && all.contains(TWO));
      assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(2));
      entered(two);
      registry.deregister("users", "two/of two");
      await(all -> all.equals(List.of(ONE)));
    }
  }

  @Test
  @Tag("interop")
  void a_lease_that_is_lost_is_taken_again() throws Exception {
    try (EtcdServer server = EtcdServer.start(folder);
        ServiceRegistry registry = registry(server);
        Client client = Client.builder().endpoints("http://" + server.address()).build()) {
      entered(registry.register("users", ONE));
      long lease =
          client
              .getKVClient()
              .get(EtcdRegistry.bytes("/farcall/"), GetOption.builder().isPrefix(true).build())
              .get(10, TimeUnit.SECONDS)
              .getKvs()
              .get(0)
              .getLease();
      client.getLeaseClient().revoke(lease).get(10, TimeUnit.SECONDS);
      registry.watch("users", told::add);
      await(all -> all.equals(List.of(ONE)));
    }
  }

  @Test
  @Tag("interop")
  void what_etcd_has_forgotten_is_asked_for_anew() throws Exception {
    try (EtcdServer server = EtcdServer.start(folder);
        ServiceRegistry registry = registry(server);
        ServiceRegistry other = registry(server);
        Client client = Client.builder().endpoints("http://" + server.address()).build()) {
      entered(registry.register("users", ONE));
      other.watch("users", told::add);
      await(all -> all.contains(ONE));
      long revision = 0;
      for (int i = 0; i < 50; i++) {
        revision =
            client
                .getKVClient()
                .put(EtcdRegistry.bytes("other"), EtcdRegistry.bytes("" + i))
                .get(10, TimeUnit.SECONDS)
                .getHeader()
                .getRevision();
      }
      client
          .getKVClient()
          .compact(revision, CompactOption.builder().withCompactPhysical(true).build())
          .get(10, TimeUnit.SECONDS);
      server.kill();
      server.start();
      entered(registry.register("users", TWO));
      await(all -> all.contains(ONE) && all.contains(TWO));
    }
  }

  @Test
  @Tag("interop")
  void what_is_no_instance_is_left_out() throws Exception {
    try (EtcdServer server = EtcdServer.start(folder);
        ServiceRegistry registry = registry(server);
        Client client = Client.builder().endpoints("http://" + server.address()).build()) {
      client
          .getKVClient()
          .put(
              EtcdRegistry.bytes(EtcdRegistry.prefix("users") + "x"), EtcdRegistry.bytes("rubbish"))
          .get(10, TimeUnit.SECONDS);
      entered(registry.register("users", ONE));
      assertThat(registry.instances("users")).containsExactly(ONE);
    }
  }

  @Test
  void a_server_that_is_not_there_is_told() {
    try (ServiceRegistry registry = Farcall.registry("etcd://127.0.0.1:1/")) {
      assertThatThrownBy(() -> registry.instances("users"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("etcd://127.0.0.1:1 cannot tell of users: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"etcd:///users", "etcd://a/users", "etcd://a:1,,b:2/users"})
  void servers_that_are_none_are_told(String target) {
    assertThatThrownBy(() -> Farcall.connect(target))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no server with its port (expected: as in etcd://127.0.0.1:2379/");
  }
}
