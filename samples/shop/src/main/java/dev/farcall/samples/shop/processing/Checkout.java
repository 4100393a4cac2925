package dev.farcall.samples.shop.processing;

import dev.farcall.annotation.Fallback;

/**
 * Brings orders to their results. It runs in this process, and has policies all the same: {@code
 * CheckoutResilient}, which the compiler writes, keeps them around any implementation.
 */
public interface Checkout {

  /**
   * Processes one order. If a service is not there, the order is put aside. May be called by many
   * threads.
   *
   * @param steps hears of each step as it is done
   */
  @Fallback(PutAside.class)
  OrderResult processOrder(OrderRequest request, Steps steps);
}
