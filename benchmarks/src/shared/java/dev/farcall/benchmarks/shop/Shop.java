package dev.farcall.benchmarks.shop;

import dev.farcall.annotation.NonBlocking;
import dev.farcall.annotation.Remote;
import dev.farcall.benchmarks.codec.Order;

/** What each peer of gRPC serves, and what its client is for its user. */
@Remote
@NonBlocking
public interface Shop {

  /** The text as it came. */
  String echo(String text);

  /** The order as it came. */
  Order placeOrder(Order order);

  /** A user made up for the id. */
  User getUser(String id);
}
