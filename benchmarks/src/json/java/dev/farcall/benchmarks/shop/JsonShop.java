package dev.farcall.benchmarks.shop;

import dev.farcall.benchmarks.codec.Order;

/**
 * {@link Shop} for frameworks that leave a text as it is instead of making JSON of it. Each has one
 * that extends it, with annotations of its own.
 */
public interface JsonShop {

  Text echo(Text text);

  Order placeOrder(Order order);

  User getUser(String id);
}
