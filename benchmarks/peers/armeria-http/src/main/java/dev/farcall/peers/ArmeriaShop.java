package dev.farcall.peers;

import com.linecorp.armeria.client.RestClient;
import com.linecorp.armeria.common.ResponseEntity;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.AsyncShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import java.util.concurrent.CompletableFuture;

/** Calls by the typed client, whose answers are futures. */
record ArmeriaShop(RestClient client) implements AsyncShop {

  @Override
  public CompletableFuture<String> echo(String text) {
    return client
        .post("/v1/echo")
        .contentJson(new Text(text))
        .execute(Text.class)
        .thenApply(answer -> answer.content().text());
  }

  @Override
  public CompletableFuture<Order> placeOrder(Order order) {
    return client
        .post("/v1/orders")
        .contentJson(order)
        .execute(Order.class)
        .thenApply(ResponseEntity::content);
  }

  @Override
  public CompletableFuture<User> getUser(String id) {
    return client
        .get("/v1/users/{id}")
        .pathParam("id", id)
        .execute(User.class)
        .thenApply(ResponseEntity::content);
  }

  /** The same for callers that wait. */
  Shop blocking() {
    return new Waiting(this);
  }

  private record Waiting(ArmeriaShop async) implements Shop {

    @Override
    public String echo(String text) {
      return async.echo(text).join();
    }

    @Override
    public Order placeOrder(Order order) {
      return async.placeOrder(order).join();
    }

    @Override
    public User getUser(String id) {
      return async.getUser(id).join();
    }
  }
}
