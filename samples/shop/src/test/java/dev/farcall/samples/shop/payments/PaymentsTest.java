package dev.farcall.samples.shop.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.common.Page;
import dev.farcall.samples.shop.orders.OrderId;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsTest {

  private static final Money TEN = Money.of("10", "EUR");
  private static final PaymentMethod CARD = card("4111111111111111", "2026-03");

  private final Payments payments =
      new Payments(Clock.fixed(Instant.parse("2026-03-31T23:59:59Z"), ZoneOffset.UTC));
  private final OrderId order = OrderId.random();

  @Test
  void anOrderIsPaidOnceHoweverOftenItIsAsked() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(4);
    try {
      Callable<Payment> pay = () -> payments.pay(order, TEN, CARD);
      Payment first = payments.pay(order, TEN, CARD);
      for (Future<Payment> again : callers.invokeAll(Collections.nCopies(32, pay))) {
        assertThat(again.get()).isEqualTo(first);
      }
      assertThat(takings()).containsExactly(TEN);
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void aPaymentIsFoundByItsIdByItsOrderAndOnOnePage() throws Exception {
    Payment first = payments.pay(order, TEN, CARD);
    Payment second = payments.pay(OrderId.random(), TEN, CARD);

    assertThat(payments.getPayment(first.id())).contains(first);
    assertThat(payments.findPayment(order)).contains(first);
    Page<Payment> page = payments.listPayments(1, Optional.empty());
    Page<Payment> rest = payments.listPayments(1, Optional.of(page.items().get(0).id()));
    assertThat(page.more()).isTrue();
    assertThat(rest.more()).isFalse();
    assertThat(List.of(page.items().get(0), rest.items().get(0)))
        .containsExactlyInAnyOrder(first, second);
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111112, 2049-12, 10,      EUR, INVALID_NUMBER",
    "4111111111111111, 2026-02, 10,      EUR, CARD_EXPIRED",
    "4000000000000002, 2049-12, 10,      EUR, REFUSED_BY_ISSUER",
    "4000000000009995, 2049-12, 10,      EUR, INSUFFICIENT_FUNDS",
    "4111111111111111, 2049-12, 2000.01, EUR, LIMIT_EXCEEDED",
    "4111111111111111, 2049-12, 200001,  JPY, LIMIT_EXCEEDED",
  })
  void declinesByItsRules(
      String number, String expires, String amount, String currency, DeclineReason reason)
      throws Exception {
    assertThatExceptionOfType(PaymentDeclined.class)
        .isThrownBy(() -> payments.pay(order, Money.of(amount, currency), card(number, expires)))
        .satisfies(declined -> assertThat(declined.reason()).isEqualTo(reason))
        .satisfies(declined -> assertThat(declined.order()).isEqualTo(order));
    assertThat(payments.findPayment(order)).isEmpty();
    assertThat(takings()).isEmpty();
  }

  @Test
  void takesACardAtItsLimitInItsLastMonth() throws Exception {
    assertThat(payments.pay(order, Money.of("2000", "EUR"), CARD).paidWith())
        .isEqualTo("card ****1111");
  }

  @Test
  void aVoucherIsGoodForOneOrder() throws Exception {
    PaymentMethod voucher = new PaymentMethod.Voucher("SPRING");

    payments.pay(order, TEN, voucher);

    assertThatExceptionOfType(PaymentDeclined.class)
        .isThrownBy(() -> payments.pay(OrderId.random(), TEN, voucher))
        .satisfies(
            declined -> assertThat(declined.reason()).isEqualTo(DeclineReason.VOUCHER_SPENT));
  }

  @Test
  void anotherAmountForAPaidOrderIsRefused() throws Exception {
    payments.pay(order, TEN, CARD);

    assertThatExceptionOfType(CallException.class)
        .isThrownBy(() -> payments.pay(order, Money.of("11", "EUR"), CARD))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION));
  }

  @Test
  void whatWasGivenBackIsNotTakenAgain() throws Exception {
    payments.pay(order, TEN, CARD);

    assertThat(payments.refund(order)).isEqualTo(payments.refund(order));

    assertThat(takings()).isEmpty();
    assertThatExceptionOfType(PaymentDeclined.class)
        .isThrownBy(() -> payments.pay(order, TEN, CARD))
        .satisfies(
            declined -> assertThat(declined.reason()).isEqualTo(DeclineReason.ALREADY_REFUNDED));
    assertThatThrownBy(() -> payments.refund(OrderId.random())).isInstanceOf(PaymentUnknown.class);
  }

  private List<Money> takings() throws Exception {
    return payments.takings().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static PaymentMethod card(String number, String expires) {
    return new PaymentMethod.Card(new CardNumber(number), YearMonth.parse(expires));
  }
}
