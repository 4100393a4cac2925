package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** The order was cancelled, which is final. */
@RemoteError(code = Code.FAILED_PRECONDITION)
public final class OrderCancelled extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient OrderId order;

  public OrderCancelled(OrderId order) {
    super("order " + order + " is cancelled");
    this.order = order;
  }

  public OrderId order() {
    return order;
  }
}
