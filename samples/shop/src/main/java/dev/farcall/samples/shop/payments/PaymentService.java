package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.Get;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Status;
import dev.farcall.annotation.Timeout;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.common.Page;
import dev.farcall.samples.shop.orders.OrderId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes the money for orders, each once. */
@Remote
@Http("/payments")
@Timeout("5s")
public interface PaymentService {

  /** Pays an order. One that is paid is not paid again: the first payment is the answer. */
  @Post
  @Status(value = 201, location = "/payments/{id}")
  @Idempotent
  @Timeout("8s")
  @Retry
  @CircuitBreaker(minimumCalls = 20, window = "2s", openFor = "500ms", maxOpenFor = "2s")
  Payment pay(OrderId order, Money amount, PaymentMethod method) throws PaymentDeclined;

  /** Gives the money for an order back, once. */
  @Idempotent
  Payment refund(OrderId order) throws PaymentUnknown;

  /** The payment, or empty if there is none with the id. */
  @Get("/{id}")
  Optional<Payment> getPayment(PaymentId id);

  /** The payment of an order, or empty if nothing was paid for it. */
  @Safe
  Optional<Payment> findPayment(OrderId order);

  /**
   * Payments, oldest first.
   *
   * @param limit 1 to 100; 0 for 20
   * @param after where the page before ended; empty for the first page
   */
  @Get
  Page<Payment> listPayments(int limit, Optional<PaymentId> after);

  /** What was paid and not given back: a sum for each currency. */
  @Safe
  CompletionStage<List<Money>> takings();
}
