package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** There is no such order. */
@RemoteError(code = Code.NOT_FOUND)
public final class OrderUnknown extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient OrderId order;

  public OrderUnknown(OrderId order) {
    super("no order " + order);
    this.order = order;
  }

  public OrderId order() {
    return order;
  }
}
