package dev.farcall.peers;

import com.linecorp.armeria.client.RestClient;
import com.linecorp.armeria.server.Server;
import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.ShopLoad;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * An annotated service of Armeria and its {@link RestClient}, which speaks HTTP/2 as it comes.
 * Modes: {@code event-loop}, as the service comes, and {@code blocking}, on the executor for that.
 */
final class ArmeriaHttpPeer implements Peer {

  private ArmeriaHttpPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new ArmeriaHttpPeer(), args);
  }

  @Override
  public int serve(String mode) {
    Server server =
        Server.builder()
            .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .annotatedService()
            .useBlockingTaskExecutor(mode.equals("blocking"))
            .build(new ArmeriaService())
            .build();
    server.start().join();
    return server.activeLocalPort();
  }

  @Override
  public Client connect(String mode, int port) {
    ArmeriaShop shop = new ArmeriaShop(RestClient.of("http://127.0.0.1:" + port));
    return new ShopLoad(shop.blocking(), shop);
  }
}
