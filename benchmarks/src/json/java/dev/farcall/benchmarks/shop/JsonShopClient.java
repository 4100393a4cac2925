package dev.farcall.benchmarks.shop;

import dev.farcall.benchmarks.codec.Order;

/** Calls the {@link JsonShop} that a framework made. */
public record JsonShopClient(JsonShop shop) implements Shop {

  @Override
  public String echo(String text) {
    return shop.echo(new Text(text)).text();
  }

  @Override
  public Order placeOrder(Order order) {
    return shop.placeOrder(order);
  }

  @Override
  public User getUser(String id) {
    return shop.getUser(id);
  }
}
