package dev.farcall.samples.shop;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.reducing;

import dev.farcall.balance.EndpointStatus;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.processing.OrderFile.Unreadable;
import dev.farcall.samples.shop.processing.OrderResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells what came of all orders. */
final class Summary {

  private final List<Unreadable> unreadable;
  private final List<Processed> processed;

  Summary(List<Unreadable> unreadable, List<Processed> processed) {
    this.unreadable = unreadable;
    this.processed = processed;
  }

  /** Whether a service did not answer for one of the orders. */
  boolean anyFailed() {
    return all(OrderResult.Failed.class).findAny().isPresent();
  }

  /** Prints the orders by result, with the reasons. */
  void printResults(Screen screen) {
    screen.line("");
    screen.line("Summary");
    row(screen, "confirmed", all(OrderResult.Confirmed.class), result -> "");
    row(screen, "duplicate", all(OrderResult.Duplicate.class), result -> "");
    row(screen, "declined", all(OrderResult.Declined.class), result -> result.reason().name());
    row(screen, "refunded", all(OrderResult.Refunded.class), result -> "");
    row(screen, "rejected", all(OrderResult.Rejected.class), result -> result.reason().name());
    row(screen, "unreadable", unreadable.stream(), Unreadable::problem);
    row(
        screen,
        "failed",
        all(OrderResult.Failed.class),
        result -> result.step() + ": " + result.cause().code());
    screen.line("  %-12s %,6d lines", "of", processed.size() + unreadable.size());
    screen.line("");
  }

  private static <T> void row(
      Screen screen, String name, Stream<T> results, Function<T, String> reason) {
    List<String> reasons = results.map(reason).toList();
    screen.line("  %-12s %,6d", name, reasons.size());
    reasons.stream()
        .filter(text -> !text.isEmpty())
        .collect(groupingBy(text -> text, TreeMap::new, counting()))
        .forEach((text, count) -> screen.line("  %-12s %,6d  %s", "", count, text));
  }

  /** Prints the money as the results have it, and what the services say to it. */
  void printMoney(Screen screen, OrderService orders, PaymentService payments) {
    screen.line("  %-12s %s", "paid", money(paid()));
    screen.line("  %-12s %s", "in ledger", answer(payments.takings(), Summary::money));
    screen.line(
        "  %-12s %s",
        "in orders", answer(orders.countByStatus(), it -> new TreeMap<>(it).toString()));
  }

  private List<Money> paid() {
    return all(OrderResult.Confirmed.class)
        .map(OrderResult.Confirmed::paid)
        .collect(groupingBy(Money::currency, reducing(Money::plus)))
        .values()
        .stream()
        .flatMap(Optional::stream)
        .sorted(comparing(money -> money.currency().getCurrencyCode()))
        .toList();
  }

  private static String money(List<Money> sums) {
    return sums.isEmpty() ? "nothing" : sums.stream().map(Summary::money).collect(joining(", "));
  }

  private static String money(Money sum) {
    return String.format(
        Locale.ROOT, "%,." + sum.amount().scale() + "f %s", sum.amount(), sum.currency());
  }

  private static <T> String answer(CompletionStage<T> asked, Function<T, String> text) {
    try {
      return text.apply(asked.toCompletableFuture().join());
    } catch (CompletionException failed) {
      return "not known: " + failed.getCause();
    }
  }

  /**
   * Prints how fast it was.
   *
   * @param perSecond orders that came to an end in a second
   */
  void printSpeed(Screen screen, double perSecond) {
    long[] nanos = processed.stream().mapToLong(Processed::nanos).sorted().toArray();
    screen.line(
        "  %-12s %,.0f orders/s from %d callers", "throughput", perSecond, OrderRun.CALLERS);
    if (nanos.length > 0) {
      screen.line(
          "  %-12s p50 %.1f ms, p99 %.1f ms", "latency", millis(nanos, 0.50), millis(nanos, 0.99));
    }
  }

  /** Prints what each instance of a service did, where there are several. */
  static void printInstances(Screen screen, String service, List<EndpointStatus> instances) {
    if (instances.size() > 1) {
      instances.forEach(
          each ->
              screen.line(
                  "  %-12s %s  %,d calls, %.1f ms of late%s",
                  service,
                  each.endpoint(),
                  each.calls(),
                  each.latency().toNanos() / 1e6,
                  each.isAvailable() ? "" : "; passed over: " + each.troubles()));
    }
  }

  private static double millis(long[] sorted, double quantile) {
    return sorted[(int) (quantile * (sorted.length - 1))] / 1e6;
  }

  private <T extends OrderResult> Stream<T> all(Class<T> type) {
    return processed.stream().map(Processed::result).filter(type::isInstance).map(type::cast);
  }
}
