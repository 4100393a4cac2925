package acme.orders.v1;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** There is not enough of an article. */
@RemoteError(code = Code.FAILED_PRECONDITION)
public final class OutOfStock extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sku;

  /**
   * Names the article.
   *
   * @param sku that of the article
   */
  public OutOfStock(String sku) {
    super("out of stock: " + sku);
    this.sku = sku;
  }

  /** The article. */
  public String sku() {
    return sku;
  }
}
