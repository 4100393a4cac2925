package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;
import java.util.Currency;

/** The shop has no such product, or does not sell it for this currency. */
@RemoteError(code = Code.FAILED_PRECONDITION)
public final class NotForSale extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Sku sku;
  private final Currency currency;

  public NotForSale(Sku sku, Currency currency) {
    super(sku + " is not for sale in " + currency);
    this.sku = sku;
    this.currency = currency;
  }

  public Sku sku() {
    return sku;
  }

  public Currency currency() {
    return currency;
  }
}
