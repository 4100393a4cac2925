package dev.farcall.samples.shop.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Page;
import dev.farcall.samples.shop.users.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Orders orders = new Orders(Clock.fixed(NOW, ZoneOffset.UTC));
  private final UserId user = UserId.random();

  @Test
  void anOrderIsOpenAtTheCataloguesPrices() throws Exception {
    Order order = orders.createOrder("k", order("EUR", line("GREEN-TEA", 2), line("BLUE-CUP", 1)));

    assertThat(order.total()).hasToString("28.30 EUR");
    assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
    assertThat(order.createdAt()).isEqualTo(NOW);
    assertThat(orders.getOrder(order.id())).contains(order);
  }

  @Test
  void theSameKeyGivesTheSameOrder() throws Exception {
    NewOrder tea = order("EUR", line("GREEN-TEA", 1));

    assertThat(orders.createOrder("k", tea).id()).isEqualTo(orders.createOrder("k", tea).id());
    assertThat(orders.listOrders(Optional.of(user), 10, Optional.empty()).items()).hasSize(1);
  }

  @Test
  void pagesShowEachOrderOnceOfOneUserOrOfAll() throws Exception {
    for (int i = 0; i < 5; i++) {
      orders.createOrder("k" + i, order("EUR", line("GREEN-TEA", 1)));
    }
    Page<Order> first = orders.listOrders(Optional.of(user), 3, Optional.empty());
    Page<Order> second =
        orders.listOrders(Optional.empty(), 3, Optional.of(first.items().get(2).id()));

    assertThat(first.more()).isTrue();
    assertThat(second.more()).isFalse();
    assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
    assertThat(orders.listOrders(Optional.of(UserId.random()), 3, Optional.empty()).items())
        .isEmpty();
  }

  @Test
  void aPageDoesNotBeginAfterAnOrderThatIsUnknown() {
    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> orders.listOrders(Optional.empty(), 3, Optional.of(OrderId.random())))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT));
  }

  @Test
  void aKeyIsNotForTwoDifferentOrders() throws Exception {
    orders.createOrder("k", order("EUR", line("GREEN-TEA", 1)));

    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> orders.createOrder("k", order("EUR", line("GREEN-TEA", 2))))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION));
  }

  @Test
  void whatHasNoPriceIsNotForSale() {
    assertThatExceptionOfType(NotForSale.class)
        .isThrownBy(() -> orders.createOrder("k", order("EUR", line("COFFEE", 1))))
        .withMessage("COFFEE is not for sale in EUR");
    assertThatExceptionOfType(NotForSale.class)
        .isThrownBy(() -> orders.createOrder("k", order("CHF", line("HONEY", 1))))
        .satisfies(refused -> assertThat(refused.currency()).hasToString("CHF"));
  }

  @Test
  void aConfirmedOrderStaysConfirmed() throws Exception {
    OrderId id = orders.createOrder("k", order("EUR", line("HONEY", 1))).id();

    assertThat(orders.confirmOrder(id).status()).isEqualTo(OrderStatus.CONFIRMED);

    assertThatExceptionOfType(OrderAlreadyConfirmed.class)
        .isThrownBy(() -> orders.confirmOrder(id))
        .satisfies(refused -> assertThat(refused.confirmedAt()).isEqualTo(NOW));
    assertThatThrownBy(() -> orders.cancelOrder(id, CancelReason.BY_CUSTOMER))
        .isInstanceOf(OrderAlreadyConfirmed.class);
  }

  @Test
  void aCancelledOrderKeepsItsReason() throws Exception {
    OrderId id = orders.createOrder("k", order("EUR", line("HONEY", 1))).id();

    orders.cancelOrder(id, CancelReason.PAYMENT_DECLINED);
    Order again = orders.cancelOrder(id, CancelReason.BY_CUSTOMER);

    assertThat(again.cancelled()).contains(CancelReason.PAYMENT_DECLINED);
    assertThatThrownBy(() -> orders.confirmOrder(id)).isInstanceOf(OrderCancelled.class);
  }

  @Test
  void tellsWhichOrderIsUnknown() {
    OrderId id = OrderId.random();

    assertThatExceptionOfType(OrderUnknown.class)
        .isThrownBy(() -> orders.confirmOrder(id))
        .satisfies(unknown -> assertThat(unknown.order()).isEqualTo(id));
  }

  @Test
  void countsOrdersByStatus() throws Exception {
    orders.createOrder("a", order("EUR", line("HONEY", 1)));
    orders.confirmOrder(orders.createOrder("b", order("EUR", line("HONEY", 1))).id());

    assertThat(orders.countByStatus().toCompletableFuture().get(10, TimeUnit.SECONDS))
        .containsOnly(Map.entry(OrderStatus.OPEN, 1L), Map.entry(OrderStatus.CONFIRMED, 1L));
  }

  private NewOrder order(String currency, OrderLine... lines) {
    return new NewOrder(user, Currency.getInstance(currency), List.of(lines));
  }

  private static OrderLine line(String sku, int quantity) {
    return new OrderLine(new Sku(sku), quantity);
  }
}
