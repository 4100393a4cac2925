package dev.farcall.samples.shop;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.orders.OrderId;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.users.UserService;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Waits until each service answers. The first call of a new process loads its classes on both
 * sides, which on a busy machine takes longer than a call is given.
 */
final class Opening {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Opening() {}

  /**
   * Asks each service for something small.
   *
   * @throws CallException if one does not answer in 60 s, or answers anything but the result
   */
  static void await(UserService users, OrderService orders, PaymentService payments) {
    answered(() -> users.listUsers(1, Optional.empty()));
    answered(orders::catalogue);
    answered(() -> payments.findPayment(new OrderId(new UUID(0, 0))));
  }

  private static void answered(Runnable question) {
    long start = System.nanoTime();
    while (true) {
      try {
        question.run();
        return;
      } catch (CallException late) {
        if (late.code() != Code.DEADLINE_EXCEEDED
            || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw late;
        }
      }
    }
  }
}
