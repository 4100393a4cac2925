package dev.farcall.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With the server that many networks have. */
@Timeout(60)
@Tag("interop")
class DnsmasqTest {

  @TempDir Path folder;

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process dnsmasq(int port, Path hosts) throws IOException {
    return new ProcessBuilder(
            List.of(
                "dnsmasq",
                "--keep-in-foreground",
                "--no-resolv",
                "--no-hosts",
                "--no-daemon",
                "--bind-interfaces",
                "--listen-address=127.0.0.1",
                "--port=" + port,
                "--local-ttl=1",
                "--addn-hosts=" + hosts,
                "--srv-host=_grpc._tcp.users.test,users.test,9090,1,5"))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  @Test
  void hosts_and_services_are_found_and_changes_are_seen() throws Exception {
    Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.2 users.test\n");
    int port = freePort();
    Process dnsmasq = dnsmasq(port, hosts);
    BlockingQueue<List<Endpoint>> told = new LinkedBlockingQueue<>();
    try {
      Discovery place =
          new DnsDiscoveryProvider()
              .open(
                  TargetUri.parse("dns://127.0.0.1:" + port + "/_grpc._tcp.users.test"),
                  Time.system(),
                  Executors.newCachedThreadPool());
      Asking asking = new Asking(place, told);
      asking.ask();
      Endpoint two = Endpoint.of("127.0.0.2", 9090).withServerName("users.test").withWeight(5);
      assertThat(told.poll(30, TimeUnit.SECONDS)).containsExactly(two);
      Files.writeString(hosts, "127.0.0.2 users.test\n127.0.0.3 users.test\n::9 users.test\n");
      // It reads its hosts again.
      new ProcessBuilder("kill", "-HUP", Long.toString(dnsmasq.pid())).start().waitFor();
      List<Endpoint> all = told.poll(30, TimeUnit.SECONDS);
      while (all != null && all.size() < 3) {
        all = told.poll(30, TimeUnit.SECONDS);
      }
      assertThat(all).hasSize(3).contains(two.withWeight(5.0 / 3));
    } finally {
      dnsmasq.destroyForcibly().waitFor();
    }
  }

  /** Asks again while the server has not started. */
  private record Asking(Discovery place, BlockingQueue<List<Endpoint>> told)
      implements Discovery.Listener {

    void ask() {
      Discovery.Watch unused = place.watch(this);
    }

    @Override
    public void found(List<Endpoint> endpoints) {
      told.add(endpoints);
    }

    @Override
    public void failed(String why) {
      Time.Timer unused = Time.system().schedule(50_000_000, this::ask);
    }
  }
}
