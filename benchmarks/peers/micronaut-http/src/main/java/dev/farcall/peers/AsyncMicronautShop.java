package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.AsyncShop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.client.annotation.Client;
import java.util.concurrent.CompletableFuture;

/** The asynchronous of the two declarative clients. */
record AsyncMicronautShop(Http http) implements AsyncShop {

  @Override
  public CompletableFuture<String> echo(String text) {
    return http.echo(new Text(text)).thenApply(Text::text);
  }

  @Override
  public CompletableFuture<Order> placeOrder(Order order) {
    return http.placeOrder(order);
  }

  @Override
  public CompletableFuture<User> getUser(String id) {
    return http.getUser(id);
  }

  /** As Micronaut makes it. */
  @Client(id = "shop")
  interface Http {

    @Post("/v1/echo")
    CompletableFuture<Text> echo(@Body Text text);

    @Post("/v1/orders")
    CompletableFuture<Order> placeOrder(@Body Order order);

    @Get("/v1/users/{id}")
    CompletableFuture<User> getUser(String id);
  }
}
