package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.UnknownValue;

/** Where a payment stands. */
public enum PaymentStatus {
  /** What a newer peer says and this one does not know. */
  @UnknownValue
  UNKNOWN,
  CAPTURED,
  REFUNDED
}
