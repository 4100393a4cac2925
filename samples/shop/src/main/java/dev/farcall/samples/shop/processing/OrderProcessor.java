package dev.farcall.samples.shop.processing;

import dev.farcall.call.CallException;
import dev.farcall.samples.shop.orders.CancelReason;
import dev.farcall.samples.shop.orders.NewOrder;
import dev.farcall.samples.shop.orders.NotForSale;
import dev.farcall.samples.shop.orders.Order;
import dev.farcall.samples.shop.orders.OrderAlreadyConfirmed;
import dev.farcall.samples.shop.orders.OrderCancelled;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.orders.OrderUnknown;
import dev.farcall.samples.shop.payments.DeclineReason;
import dev.farcall.samples.shop.payments.Payment;
import dev.farcall.samples.shop.payments.PaymentDeclined;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.payments.PaymentUnknown;
import dev.farcall.samples.shop.processing.OrderResult.Rejected.Reason;
import dev.farcall.samples.shop.users.User;
import dev.farcall.samples.shop.users.UserService;
import dev.farcall.samples.shop.users.UserUnknown;

/**
 * Leads an order through the shop: find the user, open the order, pay, confirm. A declined payment
 * cancels the order; a payment for an order that meanwhile was cancelled is given back.
 *
 * <p>The services may run in this process or in three others; nothing here tells which.
 */
public final class OrderProcessor implements Checkout {

  private final UserService users;
  private final OrderService orders;
  private final PaymentService payments;

  public OrderProcessor(UserService users, OrderService orders, PaymentService payments) {
    this.users = users;
    this.orders = orders;
    this.payments = payments;
  }

  /**
   * Processes one order.
   *
   * @throws StepFailed if a service is not there
   */
  @Override
  public OrderResult processOrder(OrderRequest request, Steps steps) {
    Attempt attempt = new Attempt(request, steps);
    try {
      return attempt.run();
    } catch (UserUnknown unknown) {
      return rejected(Reason.USER_UNKNOWN, unknown);
    } catch (NotForSale notForSale) {
      return rejected(Reason.NOT_FOR_SALE, notForSale);
    } catch (OrderUnknown | PaymentUnknown forgotten) {
      return rejected(Reason.FORGOTTEN, forgotten);
    } catch (CallException failed) {
      if (failed.outcome().fallsBack()) {
        throw new StepFailed(attempt.step, failed);
      }
      return new OrderResult.Failed(attempt.step, failed);
    }
  }

  private static OrderResult rejected(Reason reason, Exception cause) {
    return new OrderResult.Rejected(reason, String.valueOf(cause.getMessage()));
  }

  /** One order on its way. */
  private final class Attempt {
    private final OrderRequest request;
    private final Steps steps;
    private String step = "";

    Attempt(OrderRequest request, Steps steps) {
      this.request = request;
      this.steps = steps;
    }

    OrderResult run() throws UserUnknown, NotForSale, OrderUnknown, PaymentUnknown {
      step = "find user";
      User user = users.findUser(request.customer());
      steps.done(step, user.name());

      step = "open order";
      NewOrder wanted = new NewOrder(user.id(), request.currency(), request.lines());
      Order order = orders.createOrder(request.reference(), wanted);
      steps.done(step, order.id() + ", " + order.total());

      step = "pay";
      Payment payment;
      try {
        payment = payments.pay(order.id(), order.total(), request.method());
      } catch (PaymentDeclined declined) {
        steps.done(step, "declined: " + declined.reason());
        return declined.reason() == DeclineReason.ALREADY_REFUNDED
            ? refund(order) // done before, but its answer was lost
            : cancel(order, declined);
      }
      steps.done(step, payment.amount() + " by " + payment.paidWith());

      return confirm(order, payment);
    }

    private OrderResult confirm(Order order, Payment payment) throws OrderUnknown, PaymentUnknown {
      step = "confirm";
      try {
        orders.confirmOrder(order.id());
        steps.done(step, "confirmed");
        return new OrderResult.Confirmed(order.id(), payment.amount());
      } catch (OrderAlreadyConfirmed before) {
        steps.done(step, "was confirmed at " + before.confirmedAt());
        return new OrderResult.Duplicate(order.id());
      } catch (OrderCancelled cancelled) {
        steps.done(step, "was cancelled");
        return refund(order);
      }
    }

    private OrderResult refund(Order order) throws PaymentUnknown {
      step = "refund";
      Payment refunded = payments.refund(order.id());
      steps.done(step, refunded.amount() + " given back");
      return new OrderResult.Refunded(order.id(), refunded.amount());
    }

    private OrderResult cancel(Order order, PaymentDeclined declined) throws OrderUnknown {
      step = "cancel";
      try {
        orders.cancelOrder(order.id(), CancelReason.PAYMENT_DECLINED);
      } catch (OrderAlreadyConfirmed paidBefore) {
        steps.done(step, "was confirmed at " + paidBefore.confirmedAt());
        return new OrderResult.Duplicate(order.id());
      }
      steps.done(step, "cancelled");
      return new OrderResult.Declined(order.id(), declined.reason());
    }
  }
}
