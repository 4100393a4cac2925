package dev.farcall.benchmarks.httpcall;

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
import dev.farcall.http.Http;
import dev.farcall.http.HttpWire;

/**
 * Ours, with its defaults: a timeout of 10 s among them. Modes: {@code rest-event-loop}, by the
 * routes, as the shop is; {@code rest-pool}, where a method may block; and the same of {@code
 * connect}, its protocol with JSON over HTTP/2.
 */
final class FarcallHttpPeer implements Peer {

  private FarcallHttpPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new FarcallHttpPeer(), args);
  }

  @Override
  public int serve(String mode) {
    Dispatcher shop = new ShopDispatcher(new LocalShop());
    return Farcall.server()
        .listen(Http.port(0).host("127.0.0.1"))
        .serve(mode.endsWith("pool") ? new Blocking(shop) : shop)
        .start()
        .port();
  }

  @Override
  public Client connect(String mode, int port) {
    HttpWire wire = mode.startsWith("rest") ? HttpWire.rest() : HttpWire.connect().json();
    Connection connection = Farcall.connect("static:///127.0.0.1:" + port).wire(wire);
    return new ShopLoad(connection.client(Shop.class), connection.client(AsyncShop.class));
  }
}
