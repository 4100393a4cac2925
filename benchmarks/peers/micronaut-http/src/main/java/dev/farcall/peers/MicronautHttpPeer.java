package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Address;
import dev.farcall.benchmarks.codec.Customer;
import dev.farcall.benchmarks.codec.LineItem;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.JsonShopClient;
import dev.farcall.benchmarks.shop.ShopLoad;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.annotation.SerdeImport;
import java.util.Map;

/**
 * Micronaut's Netty server, its declarative client and its own JSON, all of it generated at compile
 * time, on the system's transport. Modes: {@code event-loop}, as it comes, and {@code blocking}, on
 * the executor for that.
 */
@SerdeImport(Text.class)
@SerdeImport(User.class)
@SerdeImport(Order.class)
@SerdeImport(Customer.class)
@SerdeImport(Address.class)
@SerdeImport(LineItem.class)
final class MicronautHttpPeer implements Peer {

  private MicronautHttpPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new MicronautHttpPeer(), args);
  }

  @Override
  public int serve(String mode) {
    Map<String, Object> properties =
        Map.of(
            "micronaut.server.host", "127.0.0.1",
            "micronaut.server.port", -1,
            "micronaut.netty.event-loops.default.prefer-native-transport", true,
            "micronaut.netty.event-loops.parent.prefer-native-transport", true,
            MicronautControllers.BLOCKING, mode.equals("blocking"));
    return ApplicationContext.run(EmbeddedServer.class, properties).getPort();
  }

  @Override
  public Client connect(String mode, int port) {
    ApplicationContext context =
        ApplicationContext.run(
            Map.of(
                "micronaut.netty.event-loops.default.prefer-native-transport", true,
                "micronaut.http.services.shop.url", "http://127.0.0.1:" + port,
                "micronaut.http.services.shop.pool.max-concurrent-http1-connections", 64));
    return new ShopLoad(
        new JsonShopClient(context.getBean(MicronautShop.class)),
        new AsyncMicronautShop(context.getBean(AsyncMicronautShop.Http.class)));
  }
}
