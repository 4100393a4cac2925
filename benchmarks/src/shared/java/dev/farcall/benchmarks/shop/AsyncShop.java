package dev.farcall.benchmarks.shop;

import dev.farcall.annotation.Remote;
import dev.farcall.benchmarks.codec.Order;
import java.util.concurrent.CompletionStage;

/** {@link Shop} for callers that do not wait. */
@Remote(of = Shop.class)
public interface AsyncShop {

  CompletionStage<String> echo(String text);

  CompletionStage<Order> placeOrder(Order order);

  CompletionStage<User> getUser(String id);
}
