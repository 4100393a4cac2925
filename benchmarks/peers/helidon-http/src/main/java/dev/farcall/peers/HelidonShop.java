package dev.farcall.peers;

import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import io.helidon.webclient.api.WebClient;

/** Calls by the typed client. */
record HelidonShop(WebClient client) implements Shop {

  @Override
  public String echo(String text) {
    return client.post("/v1/echo").submit(new Text(text), Text.class).entity().text();
  }

  @Override
  public Order placeOrder(Order order) {
    return client.post("/v1/orders").submit(order, Order.class).entity();
  }

  @Override
  public User getUser(String id) {
    return client.get("/v1/users/{id}").pathParam("id", id).requestEntity(User.class);
  }
}
