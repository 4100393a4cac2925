package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;
import dev.farcall.samples.shop.orders.OrderId;

/** Nothing was paid; another method, or another card, may do. */
@RemoteError(code = Code.FAILED_PRECONDITION)
public final class PaymentDeclined extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient OrderId order;
  private final DeclineReason reason;

  public PaymentDeclined(OrderId order, DeclineReason reason) {
    super("payment of order " + order + " declined: " + reason);
    this.order = order;
    this.reason = reason;
  }

  public OrderId order() {
    return order;
  }

  public DeclineReason reason() {
    return reason;
  }
}
