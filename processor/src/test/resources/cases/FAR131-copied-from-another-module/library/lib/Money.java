package lib;

public record Money(String amount, Currency currency) {
  public enum Currency {
    EUR,
    USD
  }
}
