package dev.farcall.samples.shop.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void amountsHaveTheDecimalsOfTheirCurrency() {
    assertThat(Money.of("12.5", "EUR"))
        .hasToString("12.50 EUR")
        .isEqualTo(Money.of("12.50", "EUR"));
    assertThat(Money.of("1200.00", "JPY")).hasToString("1200 JPY");
  }

  @Test
  void refusesMoreDecimalsThanTheCurrencyHas() {
    assertThatThrownBy(() -> Money.of("0.5", "JPY"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount: 0.5 (expected: at most 0 decimals in JPY)");
  }

  @Test
  void refusesNegativeAmounts() {
    assertThatThrownBy(() -> Money.of("-1", "EUR"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount: -1 (expected: >= 0)");
  }

  @Test
  void addsWithinOneCurrencyOnly() {
    assertThat(Money.of("1.10", "EUR").plus(Money.of("2.20", "EUR"))).hasToString("3.30 EUR");
    assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
        .hasMessage("currency: USD (expected: EUR)");
  }
}
