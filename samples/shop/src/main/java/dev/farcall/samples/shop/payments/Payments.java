package dev.farcall.samples.shop.payments;

import static java.util.Comparator.comparing;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.common.Page;
import dev.farcall.samples.shop.orders.OrderId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The ledger, in memory: at most one payment for an order, whoever asks and how often. */
public final class Payments implements PaymentService {

  private static final Comparator<Payment> OLDEST_FIRST =
      comparing(Payment::paidAt).thenComparing(payment -> payment.id().value());

  private final ConcurrentMap<OrderId, Payment> ledger = new ConcurrentHashMap<>();
  private final ConcurrentMap<PaymentId, OrderId> orders = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, OrderId> vouchers = new ConcurrentHashMap<>();
  private final DeclineRules rules;
  private final Clock clock;
  private final Journal journal;

  /** A ledger that ends with the process. */
  public Payments(Clock clock) {
    this(clock, Journal.none());
  }

  /** A ledger that outlives the process, in a file, which may be there or not. */
  public Payments(Clock clock, Path journal) {
    this(clock, Journal.in(journal));
  }

  private Payments(Clock clock, Journal journal) {
    this.clock = clock;
    this.rules = new DeclineRules(clock);
    this.journal = journal;
    for (Journal.Entry entry : journal.read()) {
      Payment payment = entry.payment();
      ledger.put(payment.order(), payment);
      orders.put(payment.id(), payment.order());
      if (!entry.voucher().isEmpty()) {
        vouchers.put(entry.voucher(), payment.order());
      }
    }
  }

  @Override
  public Payment pay(OrderId order, Money amount, PaymentMethod method) throws PaymentDeclined {
    Payment before = ledger.get(order);
    if (before != null) {
      return again(before, amount);
    }
    Optional<DeclineReason> declined = rules.check(method, amount);
    if (declined.isPresent()) {
      throw new PaymentDeclined(order, declined.get());
    }
    if (method instanceof PaymentMethod.Voucher voucher) {
      spend(voucher, order);
    }
    Payment payment =
        new Payment(
            PaymentId.random(),
            order,
            amount,
            describe(method),
            PaymentStatus.CAPTURED,
            clock.instant());
    Payment first =
        ledger.computeIfAbsent(
            order,
            absent -> {
              journal.add(payment, method instanceof PaymentMethod.Voucher it ? it.code() : "");
              return payment;
            });
    if (!first.id().equals(payment.id())) {
      return again(first, amount);
    }
    orders.put(payment.id(), order);
    return payment;
  }

  private static Payment again(Payment payment, Money amount) throws PaymentDeclined {
    if (payment.status() == PaymentStatus.REFUNDED) {
      throw new PaymentDeclined(payment.order(), DeclineReason.ALREADY_REFUNDED);
    }
    if (!payment.amount().equals(amount)) {
      throw new CallException(
          Code.FAILED_PRECONDITION,
          "amount: " + amount + " (expected: " + payment.amount() + ", which was paid before)");
    }
    return payment;
  }

  private void spend(PaymentMethod.Voucher voucher, OrderId order) throws PaymentDeclined {
    OrderId spentOn = vouchers.putIfAbsent(voucher.code(), order);
    if (spentOn != null && !spentOn.equals(order)) {
      throw new PaymentDeclined(order, DeclineReason.VOUCHER_SPENT);
    }
  }

  private static String describe(PaymentMethod method) {
    if (method instanceof PaymentMethod.Card card) {
      return "card " + card.number();
    }
    if (method instanceof PaymentMethod.BankTransfer transfer) {
      return "account " + transfer.account();
    }
    return "voucher";
  }

  @Override
  public Payment refund(OrderId order) throws PaymentUnknown {
    Payment refunded =
        ledger.computeIfPresent(
            order,
            (id, payment) -> {
              journal.add(payment.refunded(), "");
              return payment.refunded();
            });
    if (refunded == null) {
      throw new PaymentUnknown(order);
    }
    return refunded;
  }

  @Override
  public Optional<Payment> getPayment(PaymentId id) {
    return Optional.ofNullable(orders.get(id)).flatMap(this::findPayment);
  }

  @Override
  public Optional<Payment> findPayment(OrderId order) {
    return Optional.ofNullable(ledger.get(order));
  }

  @Override
  public Page<Payment> listPayments(int limit, Optional<PaymentId> after) {
    Optional<Payment> last = after.flatMap(this::getPayment);
    if (after.isPresent() && last.isEmpty()) {
      throw new CallException(Code.INVALID_ARGUMENT, "after: no payment " + after.get());
    }
    return Page.first(
        limit,
        ledger.values().stream()
            .filter(payment -> last.isEmpty() || OLDEST_FIRST.compare(payment, last.get()) > 0)
            .sorted(OLDEST_FIRST));
  }

  @Override
  public CompletionStage<List<Money>> takings() {
    // A method that returns a stage is called on the event loop, where nothing may take long.
    return supplyAsync(
        () ->
            ledger.values().stream()
                .filter(payment -> payment.status() == PaymentStatus.CAPTURED)
                .map(Payment::amount)
                .collect(groupingBy(Money::currency, reducing(Money::plus)))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .sorted(comparing(money -> money.currency().getCurrencyCode()))
                .toList());
  }
}
