package dev.farcall.samples.shop.orders;

/** So many of one product. */
public record OrderLine(Sku sku, int quantity) {

  private static final int MAX_QUANTITY = 1_000;

  public OrderLine {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw new IllegalArgumentException(
          "quantity: " + quantity + " (expected: 1 to " + MAX_QUANTITY + ")");
    }
  }
}
