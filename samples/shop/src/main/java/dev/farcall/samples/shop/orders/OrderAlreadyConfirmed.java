package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;
import java.time.Instant;

/** The order was confirmed, which is final. */
@RemoteError(code = Code.FAILED_PRECONDITION)
public final class OrderAlreadyConfirmed extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient OrderId order;
  private final Instant confirmedAt;

  public OrderAlreadyConfirmed(OrderId order, Instant confirmedAt) {
    super("order " + order + " was confirmed at " + confirmedAt);
    this.order = order;
    this.confirmedAt = confirmedAt;
  }

  public OrderId order() {
    return order;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }
}
