package acme.money;

import dev.farcall.annotation.Message;

@Message
public record Money(String amount, Currency currency) {
  public enum Currency {
    EUR,
    USD
  }

  public record Range(Money from, Money to) {}
}
