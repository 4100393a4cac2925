package dev.farcall.samples.shop.payments;

import java.time.YearMonth;

/** What a customer pays with: one message with a {@code oneof} of these. */
public sealed interface PaymentMethod {

  /** A credit card; {@code expires} is the last month in which it is good. */
  record Card(CardNumber number, YearMonth expires) implements PaymentMethod {}

  /** Money that a bank moves. */
  record BankTransfer(Iban account) implements PaymentMethod {}

  /** A gift voucher; good for one order. */
  record Voucher(String code) implements PaymentMethod {

    private static final int MAX_CODE = 32;

    public Voucher {
      if (code.isBlank() || code.length() > MAX_CODE) {
        throw new IllegalArgumentException(
            "voucher: " + code.length() + " characters (expected: 1 to " + MAX_CODE + ")");
      }
    }
  }
}
