package dev.farcall.samples.shop.payments;

import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.orders.OrderId;
import java.time.Instant;

/**
 * An entry of the ledger.
 *
 * @param paidWith for people; numbers are masked, as in {@code card ****1111}
 */
public record Payment(
    PaymentId id,
    OrderId order,
    Money amount,
    String paidWith,
    PaymentStatus status,
    Instant paidAt) {

  Payment refunded() {
    return new Payment(id, order, amount, paidWith, PaymentStatus.REFUNDED, paidAt);
  }
}
