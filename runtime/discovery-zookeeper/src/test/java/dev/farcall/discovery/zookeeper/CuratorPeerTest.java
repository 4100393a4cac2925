package dev.farcall.discovery.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.grpc.fleet.Fleet;
import dev.farcall.registry.Instance;
import dev.farcall.registry.Instance.Status;
import dev.farcall.registry.ServiceRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.curator.test.TestingServer;
import org.apache.curator.x.discovery.ServiceDiscovery;
import org.apache.curator.x.discovery.ServiceDiscoveryBuilder;
import org.apache.curator.x.discovery.ServiceInstance;
import org.apache.curator.x.discovery.ServiceProvider;
import org.apache.curator.x.discovery.details.JsonInstanceSerializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Beside a program that uses Curator's service discovery, and knows nothing of us. */
@Timeout(120)
class CuratorPeerTest {

  private TestingServer zookeeper;
  private CuratorFramework curator;

  @BeforeEach
  void start() throws Exception {
    zookeeper = new TestingServer();
    curator =
        CuratorFrameworkFactory.newClient(zookeeper.getConnectString(), new RetryOneTime(100));
    curator.start();
  }

  @AfterEach
  void stop() throws Exception {
    curator.close();
    zookeeper.close();
  }

  /** What another program says of an instance, in a class that is known nowhere else. */
  public record TheirPayload(String owner, double weight, Map<String, String> metadata) {}

  private <T> ServiceDiscovery<T> peer(Class<T> payload, String base) throws Exception {
    ServiceDiscovery<T> peer =
        ServiceDiscoveryBuilder.builder(payload)
            .client(curator)
            .basePath(base)
            .serializer(new JsonInstanceSerializer<>(payload, false)) // tells what is enabled
            .build();
    peer.start();
    return peer;
  }

  private String target(String service) {
    return "zookeeper://" + zookeeper.getConnectString() + "/" + service;
  }

  private static Server serve(String target) {
    var server =
        Farcall.server().listen(Grpc.port(0).host("127.0.0.1")).serve(Fleet.class, () -> "here");
    return target.isEmpty()
        ? server.start()
        : server.register(target, instance -> instance.withId("ours").withZone("a")).start();
  }

  @Test
  void what_it_registers_is_found_and_called() throws Exception {
    try (Server server = serve("");
        ServiceDiscovery<Void> peer = peer(Void.class, "/services")) {
      peer.registerService(
          ServiceInstance.<Void>builder()
              .name("fleet")
              .address("127.0.0.1")
              .port(server.port())
              .build());
      try (Connection connection = Farcall.connect(target("services/fleet"))) {
        assertThat(connection.client(Fleet.class).name()).isEqualTo("here");
      }
    }
  }

  @Test
  void what_we_register_it_finds() throws Exception {
    try (Server server = serve(target("fleet"));
        ServiceDiscovery<Object> peer = peer(Object.class, "/farcall");
        ServiceProvider<Object> provider =
            peer.serviceProviderBuilder().serviceName("fleet").build()) {
      provider.start();
      ServiceInstance<Object> found = provider.getInstance();
      while (found == null) {
        found = provider.getInstance(); // the server is entered soon after it has started
      }
      assertThat(found.getAddress()).isEqualTo("127.0.0.1");
      assertThat(found.getPort()).isEqualTo(server.port());
      assertThat(found.getPayload())
          .asInstanceOf(InstanceOfAssertFactories.MAP)
          .containsEntry("zone", "a");
      assertThat(peer.queryForInstance("fleet", "ours")).isEqualTo(found);
      assertThat(peer.queryForNames()).containsExactly("fleet");
    }
  }

  @Test
  void one_of_which_nothing_is_said_is_found_by_those_without_payloads() throws Exception {
    try (ServiceRegistry registry = Farcall.registry(target(""));
        ServiceDiscovery<Void> peer = peer(Void.class, "/services/eu")) {
      Instance plain = Instance.of("10.0.0.5", 9090);
      registry.register("services/eu/users", plain).entered().toCompletableFuture().join();
      ServiceInstance<Void> found = peer.queryForInstance("users", "10.0.0.5:9090");
      assertThat(found.getAddress()).isEqualTo("10.0.0.5");
      assertThat(found.getPayload()).isNull();
      assertThat(found.isEnabled()).isTrue();
    }
  }

  @Test
  void weight_and_metadata_of_its_own_payload_are_read_without_its_class() throws Exception {
    BlockingQueue<List<Instance>> told = new LinkedBlockingQueue<>();
    try (ServiceRegistry registry = Farcall.registry(target(""));
        ServiceDiscovery<TheirPayload> peer = peer(TheirPayload.class, "/services")) {
      registry.watch("services/users", told::add);
      ServiceInstance<TheirPayload> theirs =
          ServiceInstance.<TheirPayload>builder()
              .name("users")
              .id("theirs")
              .address("10.0.0.6")
              .port(9090)
              .payload(new TheirPayload("them", 2.5, Map.of("version", "2")))
              .build();
      peer.registerService(theirs);
      Instance expected =
          Instance.of("10.0.0.6", 9090)
              .withId("theirs")
              .withWeight(2.5)
              .withMetadata(Map.of("version", "2"));
      await(told, List.of(expected));
      peer.updateService(
          new ServiceInstance<>(
              "users",
              "theirs",
              "10.0.0.6",
              9090,
              null,
              theirs.getPayload(),
              0,
              theirs.getServiceType(),
              null,
              false));
      await(told, List.of(expected.withStatus(Status.DRAINING)));
    }
  }

  private static void await(BlockingQueue<List<Instance>> told, List<Instance> wanted)
      throws InterruptedException {
    List<Instance> last = List.of();
    while (!last.equals(wanted)) {
      last = told.poll(60, TimeUnit.SECONDS);
      assertThat(last).as("nothing more is told").isNotNull();
    }
  }
}
