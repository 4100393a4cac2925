package dev.farcall.samples.shop.orders;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.farcall.samples.shop.common.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the shop sells, and for how much. */
final class Catalogue {

  private static final Map<Sku, Product> PRODUCTS =
      Stream.of(
              product("GREEN-TEA", "Green tea, 100 g", "7.90", "8.50", "1200"),
              product("BLACK-TEA", "Black tea, 100 g", "5.40", "5.90", "850"),
              product("TEA-POT", "Tea pot, cast iron", "49.00", "54.00", "7800"),
              product("BLUE-CUP", "Cup, blue glaze", "12.50", "13.75", "1980"),
              product("HONEY", "Honey, 250 g", "6.25", "6.95", "990"),
              product("KETTLE", "Kettle, 1.2 l", "89.90", "98.00", "14200"))
          .collect(toUnmodifiableMap(Product::sku, Function.identity()));

  private Catalogue() {}

  static Map<Sku, Product> products() {
    return PRODUCTS;
  }

  static Money total(NewOrder order) throws NotForSale {
    Money total = Money.zero(order.currency());
    for (OrderLine line : order.lines()) {
      total = total.plus(price(line.sku(), order.currency()).times(line.quantity()));
    }
    return total;
  }

  private static Money price(Sku sku, Currency currency) throws NotForSale {
    Product product = PRODUCTS.get(sku);
    if (product == null) {
      throw new NotForSale(sku, currency);
    }
    return product.priceIn(currency).orElseThrow(() -> new NotForSale(sku, currency));
  }

  private static Product product(String sku, String name, String eur, String usd, String jpy) {
    List<Money> prices = List.of(Money.of(eur, "EUR"), Money.of(usd, "USD"), Money.of(jpy, "JPY"));
    return new Product(new Sku(sku), name, prices);
  }
}
