package dev.farcall.samples.shop.orders;

import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.users.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order and where it stands.
 *
 * @param closedAt when it was confirmed or cancelled; empty while it is open
 * @param cancelled why, if it was cancelled
 */
public record Order(
    OrderId id,
    UserId user,
    List<OrderLine> lines,
    Money total,
    OrderStatus status,
    Instant createdAt,
    Optional<Instant> closedAt,
    Optional<CancelReason> cancelled) {

  public Order {
    lines = List.copyOf(lines);
  }

  Order confirmed(Instant at) {
    return new Order(
        id, user, lines, total, OrderStatus.CONFIRMED, createdAt, Optional.of(at), cancelled);
  }

  Order cancelled(Instant at, CancelReason reason) {
    return new Order(
        id,
        user,
        lines,
        total,
        OrderStatus.CANCELLED,
        createdAt,
        Optional.of(at),
        Optional.of(reason));
  }
}
