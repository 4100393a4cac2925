package dev.farcall.discovery.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.grpc.fleet.Fleet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server and a client that configuration alone brings together, by way of a real etcd. */
@Timeout(120)
@Tag("interop")
class ConfiguredTargetTest {

  @Test
  void configuration_says_where_a_server_is_entered_and_where_a_client_looks(@TempDir Path folder)
      throws Exception {
    try (EtcdServer etcd = EtcdServer.start(folder)) {
      String target = "etcd://" + etcd.address() + "/configured";
      Map<String, String> said =
          Map.of("farcall.server.register", target, "farcall.client.Fleet.target", target);
      said.forEach(System::setProperty);
      try (Server server =
          Farcall.server()
              .listen(Grpc.port(0).host("127.0.0.1"))
              .serve(Fleet.class, () -> "found")
              .propagation(Duration.ofMillis(1))
              .stopOnShutdown(false)
              .start()) {
        Fleet fleet = Farcall.client(Fleet.class);
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (Farcall.connection(Fleet.class).endpoints().isEmpty()) {
          assertThat(System.nanoTime()).as("waited for half a minute").isLessThan(end);
          Thread.sleep(10);
        }
        assertThat(fleet.name()).isEqualTo("found");
        assertThat(server.port()).isPositive();
      } finally {
        said.keySet().forEach(System::clearProperty);
      }
    }
  }
}
