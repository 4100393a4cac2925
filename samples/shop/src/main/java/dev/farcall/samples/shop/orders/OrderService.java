package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Status;
import dev.farcall.annotation.Timeout;
import dev.farcall.samples.shop.common.Page;
import dev.farcall.samples.shop.users.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes orders and leads them to their end. */
@Remote
@Http("/orders")
@Timeout("5s")
public interface OrderService {

  /**
   * Opens an order at today's prices.
   *
   * @param key the same key gives the same order, however often it is sent
   */
  @Post
  @Status(value = 201, location = "/orders/{id}")
  @Idempotent
  Order createOrder(@Header("idempotency-key") String key, NewOrder order) throws NotForSale;

  /** The order, or empty if there is none with the id. */
  @Get("/{id}")
  Optional<Order> getOrder(OrderId id);

  /** Closes an open order as paid. Of several callers at once, one succeeds. */
  @Post("/{id}/confirm")
  Order confirmOrder(OrderId id) throws OrderUnknown, OrderAlreadyConfirmed, OrderCancelled;

  /** Closes an open order unpaid; one that is cancelled stays as it is. */
  @Idempotent
  Order cancelOrder(OrderId id, CancelReason reason) throws OrderUnknown, OrderAlreadyConfirmed;

  /**
   * Orders, oldest first.
   *
   * @param user whose; empty for everybody's
   * @param limit 1 to 100; 0 for 20
   * @param after where the page before ended; empty for the first page
   */
  @Get
  Page<Order> listOrders(Optional<UserId> user, int limit, Optional<OrderId> after);

  /** All that is for sale. */
  @Safe
  Map<Sku, Product> catalogue();

  /** How many orders stand where. */
  @Safe
  CompletionStage<Map<OrderStatus, Long>> countByStatus();
}
