package dev.farcall.benchmarks.httpcall;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.AsyncShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import java.util.concurrent.CompletableFuture;

/** A client by hand: JSON is written by the caller, and read on the event loop. */
record VertxShop(VertxCalls calls) implements AsyncShop {

  @Override
  public CompletableFuture<String> echo(String text) {
    return calls
        .post("/v1/echo", JsonType.TEXT.write(new Text(text)))
        .thenApply(body -> JsonType.TEXT.read(body).text());
  }

  @Override
  public CompletableFuture<Order> placeOrder(Order order) {
    return calls.post("/v1/orders", JsonType.ORDER.write(order)).thenApply(JsonType.ORDER::read);
  }

  @Override
  public CompletableFuture<User> getUser(String id) {
    return calls.get("/v1/users/" + id).thenApply(JsonType.USER::read);
  }

  /** For callers that wait: they read the JSON themselves. */
  Shop blocking() {
    return new Waiting(calls);
  }

  private record Waiting(VertxCalls calls) implements Shop {

    @Override
    public String echo(String text) {
      byte[] body = calls.post("/v1/echo", JsonType.TEXT.write(new Text(text))).join();
      return JsonType.TEXT.read(body).text();
    }

    @Override
    public Order placeOrder(Order order) {
      return JsonType.ORDER.read(calls.post("/v1/orders", JsonType.ORDER.write(order)).join());
    }

    @Override
    public User getUser(String id) {
      return JsonType.USER.read(calls.get("/v1/users/" + id).join());
    }
  }
}
