package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.UnknownValue;

/** Where an order stands: open, then either confirmed or cancelled for good. */
public enum OrderStatus {
  /** What a newer peer says and this one does not know. */
  @UnknownValue
  UNKNOWN,
  OPEN,
  CONFIRMED,
  CANCELLED
}
