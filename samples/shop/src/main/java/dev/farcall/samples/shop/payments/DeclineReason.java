package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.UnknownValue;

/** Why a payment was declined; the rules are those of {@link DeclineRules}. */
public enum DeclineReason {
  /** What a newer peer says and this one does not know. */
  @UnknownValue
  OTHER,
  INVALID_NUMBER,
  CARD_EXPIRED,
  REFUSED_BY_ISSUER,
  INSUFFICIENT_FUNDS,
  LIMIT_EXCEEDED,
  VOUCHER_SPENT,
  ALREADY_REFUNDED
}
