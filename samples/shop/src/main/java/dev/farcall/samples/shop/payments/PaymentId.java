package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.Scalar;
import java.util.UUID;

/** A payment in the ledger. */
@Scalar
public record PaymentId(UUID value) {

  public static PaymentId random() {
    return new PaymentId(UUID.randomUUID());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
