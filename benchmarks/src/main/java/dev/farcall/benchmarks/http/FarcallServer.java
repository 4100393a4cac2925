package dev.farcall.benchmarks.http;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.benchmarks.call.Blocking;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.call.Dispatcher;
import dev.farcall.http.Http;
import java.io.IOException;

/** The shop on our server, as it comes. */
final class FarcallServer implements Shop {

  private FarcallServer() {}

  public static void main(String[] args) throws IOException {
    Dispatcher shop = new ShopDispatcher(new FarcallServer());
    try (Server server =
        Farcall.server()
            .listen(Http.port(0).host("127.0.0.1"))
            .serve(Serving.blocking(args) ? new Blocking(shop) : shop)
            .start()) {
      Serving.serve(server.port());
    }
  }

  @Override
  public User getUser(String id) {
    return User.of(id);
  }

  @Override
  public Order placeOrder(Order order) {
    return order;
  }
}
