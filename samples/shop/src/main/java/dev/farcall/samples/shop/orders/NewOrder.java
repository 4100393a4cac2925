package dev.farcall.samples.shop.orders;

import dev.farcall.samples.shop.users.UserId;
import java.util.Currency;
import java.util.List;

/** What a user wants to buy; the service knows the prices. */
public record NewOrder(UserId user, Currency currency, List<OrderLine> lines) {

  /** The most lines that an order has. */
  public static final int MAX_LINES = 50;

  public NewOrder {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new IllegalArgumentException(
          "lines: " + lines.size() + " (expected: 1 to " + MAX_LINES + ")");
    }
  }
}
