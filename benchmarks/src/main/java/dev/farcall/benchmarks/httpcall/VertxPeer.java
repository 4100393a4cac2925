package dev.farcall.benchmarks.httpcall;

import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.ShopLoad;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Vert.x and Jackson by hand: a server of a verticle for each core. Modes: {@code one-loop}, all on
 * the event loop, and the client's calls are handed to the loop of its connections; {@code
 * default}, where Vert.x gives each thread that calls a loop; and {@code workers}, the first with
 * the server's answers made by {@code executeBlocking}, where they may block.
 */
final class VertxPeer implements Peer {

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private VertxPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new VertxPeer(), args);
  }

  @Override
  public int serve(String mode) throws IOException {
    int port = freePort();
    vertx()
        .deployVerticle(
            () -> new VertxShopServer(port, mode.equals("workers")),
            new DeploymentOptions().setInstances(CORES))
        .await();
    return port;
  }

  @Override
  public Client connect(String mode, int port) {
    VertxShop shop = new VertxShop(new VertxCalls(vertx(), !mode.equals("default"), port));
    return new ShopLoad(shop.blocking(), shop);
  }

  private static Vertx vertx() {
    return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(CORES));
  }

  /** The verticles share it, so it must be known before the first listens. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
