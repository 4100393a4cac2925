package dev.farcall.benchmarks.shop;

import dev.farcall.benchmarks.codec.Order;

/** The implementation behind each server. */
public final class LocalShop implements Shop {

  @Override
  public String echo(String text) {
    return text;
  }

  @Override
  public Order placeOrder(Order order) {
    return order;
  }

  @Override
  public User getUser(String id) {
    return User.of(id);
  }
}
