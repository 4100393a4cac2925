package dev.farcall.samples.shop.orders;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.common.Page;
import dev.farcall.samples.shop.users.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The orders, in memory. An order changes by comparing and setting, so that of two callers who
 * close it at once one finds it closed.
 */
public final class Orders implements OrderService {

  private static final Comparator<Order> OLDEST_FIRST =
      Comparator.comparing(Order::createdAt).thenComparing(order -> order.id().value());

  private final ConcurrentMap<String, Placed> byKey = new ConcurrentHashMap<>();
  private final ConcurrentMap<OrderId, Order> byId = new ConcurrentHashMap<>();
  private final Clock clock;

  public Orders(Clock clock) {
    this.clock = clock;
  }

  /** What was asked for under a key, and the order it led to. */
  private record Placed(NewOrder request, OrderId id) {}

  @Override
  public Order createOrder(String key, NewOrder request) throws NotForSale {
    Money total = Catalogue.total(request);
    Placed placed = byKey.computeIfAbsent(key, k -> new Placed(request, open(request, total)));
    if (!placed.request().equals(request)) {
      throw new CallException(
          Code.FAILED_PRECONDITION, "idempotency-key: it was used for another order");
    }
    return requireNonNull(byId.get(placed.id()));
  }

  private OrderId open(NewOrder request, Money total) {
    Order order =
        new Order(
            OrderId.random(),
            request.user(),
            request.lines(),
            total,
            OrderStatus.OPEN,
            clock.instant(),
            Optional.empty(),
            Optional.empty());
    byId.put(order.id(), order);
    return order.id();
  }

  @Override
  public Optional<Order> getOrder(OrderId id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Order confirmOrder(OrderId id) throws OrderUnknown, OrderAlreadyConfirmed, OrderCancelled {
    while (true) {
      Order order = known(id);
      requireNotConfirmed(order);
      if (order.status() == OrderStatus.CANCELLED) {
        throw new OrderCancelled(id);
      }
      Order confirmed = order.confirmed(clock.instant());
      if (byId.replace(id, order, confirmed)) {
        return confirmed;
      }
    }
  }

  @Override
  public Order cancelOrder(OrderId id, CancelReason reason)
      throws OrderUnknown, OrderAlreadyConfirmed {
    while (true) {
      Order order = known(id);
      requireNotConfirmed(order);
      if (order.status() == OrderStatus.CANCELLED) {
        return order;
      }
      Order cancelled = order.cancelled(clock.instant(), reason);
      if (byId.replace(id, order, cancelled)) {
        return cancelled;
      }
    }
  }

  private Order known(OrderId id) throws OrderUnknown {
    Order order = byId.get(id);
    if (order == null) {
      throw new OrderUnknown(id);
    }
    return order;
  }

  private static void requireNotConfirmed(Order order) throws OrderAlreadyConfirmed {
    if (order.status() == OrderStatus.CONFIRMED) {
      Instant at = order.closedAt().orElseThrow();
      throw new OrderAlreadyConfirmed(order.id(), at);
    }
  }

  @Override
  public Page<Order> listOrders(Optional<UserId> user, int limit, Optional<OrderId> after) {
    Optional<Order> last = after.map(id -> byId.get(id));
    if (after.isPresent() && last.isEmpty()) {
      throw new CallException(Code.INVALID_ARGUMENT, "after: no order " + after.get());
    }
    return Page.first(
        limit,
        byId.values().stream()
            .filter(order -> user.isEmpty() || order.user().equals(user.get()))
            .filter(order -> last.isEmpty() || OLDEST_FIRST.compare(order, last.get()) > 0)
            .sorted(OLDEST_FIRST));
  }

  @Override
  public Map<Sku, Product> catalogue() {
    return Catalogue.products();
  }

  @Override
  public CompletionStage<Map<OrderStatus, Long>> countByStatus() {
    // A method that returns a stage is called on the event loop, where nothing may take long.
    return supplyAsync(() -> byId.values().stream().collect(groupingBy(Order::status, counting())));
  }
}
