package dev.farcall.benchmarks.http;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.NonBlocking;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Remote;
import dev.farcall.benchmarks.codec.Order;

/** What each server serves. */
@Remote
public interface Shop {

  /** A user made up for the id. */
  @Get("/users/{id}")
  @NonBlocking
  User getUser(String id);

  /** The order as it came. */
  @Post("/orders")
  @NonBlocking
  Order placeOrder(Order order);
}
