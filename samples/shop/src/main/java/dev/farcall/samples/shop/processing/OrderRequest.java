package dev.farcall.samples.shop.processing;

import dev.farcall.samples.shop.orders.NewOrder;
import dev.farcall.samples.shop.orders.OrderLine;
import dev.farcall.samples.shop.payments.PaymentMethod;
import dev.farcall.samples.shop.users.Email;
import java.util.Currency;
import java.util.List;

/**
 * An order as a customer sends it.
 *
 * @param reference the customer's own name for it; sent twice it is one order
 */
public record OrderRequest(
    String reference,
    Email customer,
    Currency currency,
    List<OrderLine> lines,
    PaymentMethod method) {

  private static final int MAX_REFERENCE = 64;

  public OrderRequest {
    lines = List.copyOf(lines);
    if (reference.isEmpty()
        || reference.length() > MAX_REFERENCE
        || reference.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "reference: "
              + reference.length()
              + " characters (expected: 1 to "
              + MAX_REFERENCE
              + " of printable ASCII)");
    }
    if (lines.isEmpty() || lines.size() > NewOrder.MAX_LINES) {
      throw new IllegalArgumentException(
          "lines: " + lines.size() + " (expected: 1 to " + NewOrder.MAX_LINES + ")");
    }
  }
}
