package dev.farcall.benchmarks.grpc;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.benchmarks.call.Blocking;
import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.AsyncShop;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.ShopDispatcher;
import dev.farcall.benchmarks.shop.ShopLoad;
import dev.farcall.call.Dispatcher;
import dev.farcall.grpc.Grpc;
import dev.farcall.http.Http;
import dev.farcall.spi.Listener;

/**
 * Ours, with its defaults: a timeout of 10 s among them. Modes: {@code pool}, where a method may
 * block; {@code event-loop}, as the shop is; and {@code http-pool}, {@code http-event-loop}, the
 * same on the engine of HTTP.
 */
final class FarcallPeer implements Peer {

  private FarcallPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new FarcallPeer(), args);
  }

  @Override
  public int serve(String mode) {
    Dispatcher shop = new ShopDispatcher(new LocalShop());
    Listener listener =
        mode.startsWith("http-") ? Http.port(0).host("127.0.0.1") : Grpc.port(0).host("127.0.0.1");
    return Farcall.server()
        .listen(listener)
        .serve(mode.endsWith("pool") ? new Blocking(shop) : shop)
        .start()
        .port();
  }

  @Override
  public Client connect(String mode, int port) {
    Connection connection = Farcall.connect("static:///127.0.0.1:" + port);
    return new ShopLoad(connection.client(Shop.class), connection.client(AsyncShop.class));
  }
}
