package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.UnknownValue;

/** Why an order was cancelled. */
public enum CancelReason {
  /** What a newer peer says and this one does not know. */
  @UnknownValue
  OTHER,
  BY_CUSTOMER,
  PAYMENT_DECLINED
}
