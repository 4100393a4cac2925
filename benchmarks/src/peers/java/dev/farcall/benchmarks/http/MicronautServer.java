package dev.farcall.benchmarks.http;

import dev.farcall.benchmarks.codec.Address;
import dev.farcall.benchmarks.codec.Customer;
import dev.farcall.benchmarks.codec.LineItem;
import dev.farcall.benchmarks.codec.Order;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.SerdeImport;
import java.io.IOException;
import java.util.Map;

/** The shop on Micronaut's Netty server and its own JSON, both generated at compile time. */
@SerdeImport(User.class)
@SerdeImport(Order.class)
@SerdeImport(Customer.class)
@SerdeImport(Address.class)
@SerdeImport(LineItem.class)
final class MicronautServer {

  private static final String BLOCKING = "shop.blocking";

  private MicronautServer() {}

  public static void main(String[] args) throws IOException {
    Map<String, Object> properties =
        Map.of(
            "micronaut.server.host", "127.0.0.1",
            "micronaut.server.port", -1,
            "micronaut.netty.event-loops.default.prefer-native-transport", true,
            "micronaut.netty.event-loops.parent.prefer-native-transport", true,
            BLOCKING, Serving.blocking(args));
    try (EmbeddedServer server = ApplicationContext.run(EmbeddedServer.class, properties)) {
      Serving.serve(server.getPort());
    }
  }

  /** Its methods, on the event loop. */
  @Controller
  @Requires(property = BLOCKING, value = "false")
  static class OnEventLoop {

    /** A user made up for the id. */
    @Get("/users/{id}")
    User getUser(String id) {
      return User.of(id);
    }

    /** The order as it came. */
    @Post("/orders")
    Order placeOrder(@Body Order order) {
      return order;
    }
  }

  /** The same where they may block. */
  @Controller
  @Requires(property = BLOCKING, value = "true")
  @ExecuteOn(TaskExecutors.BLOCKING)
  static class OnPool extends OnEventLoop {}
}
