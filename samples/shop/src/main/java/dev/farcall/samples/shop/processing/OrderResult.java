package dev.farcall.samples.shop.processing;

import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.orders.OrderId;
import dev.farcall.samples.shop.payments.DeclineReason;

/** How an order ended. */
public sealed interface OrderResult {

  /** Paid and confirmed. */
  record Confirmed(OrderId order, Money paid) implements OrderResult {}

  /** Sent before, and confirmed then; nothing was paid twice. */
  record Duplicate(OrderId order) implements OrderResult {}

  /** Not paid; the order is cancelled. */
  record Declined(OrderId order, DeclineReason reason) implements OrderResult {}

  /** Paid too late for an order that is cancelled; the money was given back. */
  record Refunded(OrderId order, Money refunded) implements OrderResult {}

  /** Refused for what it asks; nothing was paid. */
  record Rejected(Reason reason, String message) implements OrderResult {

    /** Why an order was refused. */
    public enum Reason {
      USER_UNKNOWN,
      NOT_FOR_SALE,
      /** A service no longer knows what it told a moment ago, as after a restart. */
      FORGOTTEN
    }
  }

  /**
   * A service was not there. Each step can be repeated, so sending the order again completes it.
   *
   * @param step what was tried, as in {@code pay}
   */
  record PutAside(String step, CallException cause) implements OrderResult {}

  /**
   * A service did not answer as it should. Each step can be repeated, so sending the order again
   * completes it.
   *
   * @param step what was tried, as in {@code pay}
   */
  record Failed(String step, CallException cause) implements OrderResult {}
}
