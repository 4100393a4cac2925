package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The service. */
final class MicronautControllers {

  static final String BLOCKING = "shop.blocking";

  private MicronautControllers() {}

  /** Its methods, on the event loop. */
  @Controller
  @Requires(property = BLOCKING, value = "false")
  static class OnEventLoop {

    private final Shop shop = new LocalShop();

    @Post("/v1/echo")
    Text echo(@Body Text text) {
      return new Text(shop.echo(text.text()));
    }

    @Post("/v1/orders")
    Order placeOrder(@Body Order order) {
      return shop.placeOrder(order);
    }

    @Get("/v1/users/{id}")
    User getUser(String id) {
      return shop.getUser(id);
    }
  }

  /** The same where they may block. */
  @Controller
  @Requires(property = BLOCKING, value = "true")
  @ExecuteOn(TaskExecutors.BLOCKING)
  static class OnPool extends OnEventLoop {}
}
