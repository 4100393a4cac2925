package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.common.Page;
import dev.farcall.samples.shop.orders.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Payments that are unwell for a while: so many of a hundred cannot be taken. */
public final class UnwellPayments implements PaymentService {

  /** They begin well. */
  private static final int WELL_CALLS = 100;

  private static final Duration UNWELL_FOR = Duration.ofMillis(2_500);

  private final PaymentService well;
  private final double failing;
  private final Random lots = new Random(60);
  private final AtomicInteger calls = new AtomicInteger();
  private volatile long wellAgain;

  /**
   * Makes payments unwell.
   *
   * @param percent 0 to 100
   */
  public UnwellPayments(PaymentService well, int percent) {
    this.well = well;
    this.failing = percent / 100.0;
  }

  @Override
  public Payment pay(OrderId order, Money amount, PaymentMethod method) throws PaymentDeclined {
    int call = calls.incrementAndGet();
    if (call == WELL_CALLS) {
      wellAgain = System.nanoTime() + UNWELL_FOR.toNanos();
    }
    boolean unwell = call > WELL_CALLS && System.nanoTime() - wellAgain < 0;
    if (unwell && lots.nextDouble() < failing) {
      throw new CallException(Code.UNAVAILABLE, "payments are unwell");
    }
    return well.pay(order, amount, method);
  }

  @Override
  public Payment refund(OrderId order) throws PaymentUnknown {
    return well.refund(order);
  }

  @Override
  public Optional<Payment> getPayment(PaymentId id) {
    return well.getPayment(id);
  }

  @Override
  public Optional<Payment> findPayment(OrderId order) {
    return well.findPayment(order);
  }

  @Override
  public Page<Payment> listPayments(int limit, Optional<PaymentId> after) {
    return well.listPayments(limit, after);
  }

  @Override
  public CompletionStage<List<Money>> takings() {
    return well.takings();
  }
}
