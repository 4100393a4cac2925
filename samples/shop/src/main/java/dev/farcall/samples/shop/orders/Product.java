package dev.farcall.samples.shop.orders;

import dev.farcall.samples.shop.common.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A thing the shop sells.
 *
 * @param prices of one piece; at most one for each currency
 */
public record Product(Sku sku, String name, List<Money> prices) {

  public Product {
    prices = List.copyOf(prices);
  }

  /** What one piece costs; empty if the shop does not sell it for this currency. */
  public Optional<Money> priceIn(Currency currency) {
    return prices.stream().filter(price -> price.currency().equals(currency)).findFirst();
  }
}
