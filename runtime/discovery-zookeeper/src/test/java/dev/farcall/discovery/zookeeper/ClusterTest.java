package dev.farcall.discovery.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.grpc.fleet.Fleet;
import dev.farcall.grpc.fleet.Load;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** With three ZooKeepers, of which one goes: the one that the client is connected to. */
@Timeout(180)
class ClusterTest {

  private static final int CALLS_PER_SECOND = 300;
  private static final Pattern CONNECTED = Pattern.compile(".*SendThread\\(.*:(\\d+)\\)");

  /** ZooKeeper's client has a thread for each connection, and its name says to whom. */
  private static Set<Thread> connections() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> port(thread) != 0)
        .collect(Collectors.toSet());
  }

  /** The one that is there beside those. */
  private static Thread awaitAnother(Set<Thread> others) throws InterruptedException {
    await(() -> !others.containsAll(connections()));
    Set<Thread> more = connections();
    more.removeAll(others);
    assertThat(more).hasSize(1);
    return more.iterator().next();
  }

  private static int port(Thread connection) {
    Matcher name = CONNECTED.matcher(connection.getName());
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  private static Server serve(String name, String target) {
    return Farcall.server()
        .listen(Grpc.port(0).host("127.0.0.1"))
        .serve(Fleet.class, () -> name)
        .register(target, instance -> instance.withId(name))
        .propagation(Duration.ofSeconds(1))
        .start();
  }

  /** Polls: what is waited for is ZooKeeper's. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Test
  void calls_go_on_when_the_one_that_the_client_is_connected_to_is_killed() throws Exception {
    try (TestingCluster cluster = new TestingCluster(3)) {
      cluster.start();
      String target = "zookeeper://" + cluster.getConnectString() + "/fleet";
      Set<Thread> others = connections();
      try (Server first = serve("first", target)) {
        others.add(awaitAnother(others));
        try (Connection connection = Farcall.connect(target)) {
          Fleet fleet = connection.client(Fleet.class);
          Thread connected = awaitAnother(others);
          await(() -> !connection.endpoints().isEmpty());
          int port = port(connected);
          try (Load load = Load.begin(fleet, CALLS_PER_SECOND)) {
            await(() -> load.answers().containsKey("first"));
            assertThat(cluster.killServer(instance(cluster, port))).isTrue();
            await(() -> port(connected) != port);
            try (Server second = serve("second", target)) {
              await(() -> load.answers().containsKey("second"));
              assertThat(load.failures()).isEmpty();
              assertThat(second.port()).isNotEqualTo(first.port());
            }
            assertThat(load.failures()).isEmpty();
            assertThat(load.rate()).isGreaterThan(CALLS_PER_SECOND * 0.8);
          }
        }
      }
    }
  }

  private static InstanceSpec instance(TestingCluster cluster, int port) {
    return cluster.getInstances().stream()
        .filter(each -> each.getPort() == port)
        .findFirst()
        .orElseThrow();
  }
}
