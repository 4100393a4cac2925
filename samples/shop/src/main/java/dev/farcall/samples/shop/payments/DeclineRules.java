package dev.farcall.samples.shop.payments;

import dev.farcall.samples.shop.common.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Decides as a bank would. In this order:
 *
 * <ol>
 *   <li>a card whose check digit is wrong: {@code INVALID_NUMBER};
 *   <li>a card whose last month has passed (UTC): {@code CARD_EXPIRED};
 *   <li>a card that ends in 0002: {@code REFUSED_BY_ISSUER};
 *   <li>a card that ends in 9995: {@code INSUFFICIENT_FUNDS};
 *   <li>more than 2,000 of the currency by card, or 50 by voucher (100 times that where the
 *       currency has no decimals): {@code LIMIT_EXCEEDED}.
 * </ol>
 */
final class DeclineRules {

  private static final BigDecimal CARD_LIMIT = BigDecimal.valueOf(2_000);
  private static final BigDecimal VOUCHER_LIMIT = BigDecimal.valueOf(50);

  private final Clock clock;

  DeclineRules(Clock clock) {
    this.clock = clock;
  }

  /** Why the payment is declined; empty if it is not. */
  Optional<DeclineReason> check(PaymentMethod method, Money amount) {
    if (method instanceof PaymentMethod.Card card) {
      return checkCard(card, amount);
    }
    if (method instanceof PaymentMethod.Voucher) {
      return checkLimit(amount, VOUCHER_LIMIT);
    }
    return Optional.empty();
  }

  private Optional<DeclineReason> checkCard(PaymentMethod.Card card, Money amount) {
    if (!card.number().hasValidCheckDigit()) {
      return Optional.of(DeclineReason.INVALID_NUMBER);
    }
    if (card.expires().isBefore(YearMonth.now(clock))) {
      return Optional.of(DeclineReason.CARD_EXPIRED);
    }
    if (card.number().endsWith("0002")) {
      return Optional.of(DeclineReason.REFUSED_BY_ISSUER);
    }
    if (card.number().endsWith("9995")) {
      return Optional.of(DeclineReason.INSUFFICIENT_FUNDS);
    }
    return checkLimit(amount, CARD_LIMIT);
  }

  private static Optional<DeclineReason> checkLimit(Money amount, BigDecimal limit) {
    BigDecimal scaled =
        amount.currency().getDefaultFractionDigits() == 0 ? limit.movePointRight(2) : limit;
    return amount.amount().compareTo(scaled) > 0
        ? Optional.of(DeclineReason.LIMIT_EXCEEDED)
        : Optional.empty();
  }
}
