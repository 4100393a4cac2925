package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;
import dev.farcall.samples.shop.orders.OrderId;

/** Nothing was paid for the order. */
@RemoteError(code = Code.NOT_FOUND)
public final class PaymentUnknown extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient OrderId order;

  public PaymentUnknown(OrderId order) {
    super("no payment for order " + order);
    this.order = order;
  }

  public OrderId order() {
    return order;
  }
}
