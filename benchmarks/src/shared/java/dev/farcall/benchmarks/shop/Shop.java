package dev.farcall.benchmarks.shop;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.NonBlocking;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Remote;
import dev.farcall.benchmarks.codec.Order;

/** What each peer serves, and what its client is for its user. */
@Remote
@Http("/v1")
@NonBlocking
public interface Shop {

  /** The text as it came. */
  @Post("/echo")
  String echo(String text);

  /** The order as it came. */
  @Post("/orders")
  Order placeOrder(Order order);

  /** A user made up for the id. */
  @Get("/users/{id}")
  User getUser(String id);
}
