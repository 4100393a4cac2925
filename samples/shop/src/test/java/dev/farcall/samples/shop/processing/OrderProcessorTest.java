package dev.farcall.samples.shop.processing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import dev.farcall.annotation.Code;
import dev.farcall.samples.shop.common.Money;
import dev.farcall.samples.shop.orders.CancelReason;
import dev.farcall.samples.shop.orders.Order;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.orders.OrderStatus;
import dev.farcall.samples.shop.orders.Orders;
import dev.farcall.samples.shop.payments.DeclineReason;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.processing.OrderFile.Parsed;
import dev.farcall.samples.shop.processing.OrderResult.Rejected.Reason;
import dev.farcall.samples.shop.users.Email;
import dev.farcall.samples.shop.users.NewUser;
import dev.farcall.samples.shop.users.User;
import dev.farcall.samples.shop.users.UserService;
import dev.farcall.samples.shop.users.Users;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One processor over services in this process and over gRPC: the results do not differ. */
class OrderProcessorTest {

  private static final String GOOD = "card:4111111111111111:2049-12";
  private static final String BAD = "card:4000000000000002:2049-12";

  /** How the services are reached. */
  enum Wire {
    LOCAL,
    GRPC
  }

  @ParameterizedTest
  @EnumSource
  void paysAndConfirmsAnOrderInFourSteps(Wire wire) throws Exception {
    try (Shop shop = new Shop(wire)) {
      List<String> steps = new ArrayList<>();

      OrderResult result =
          shop.processor.processOrder(
              request("A-1,ada@example.com,EUR,2*GREEN-TEA+1*BLUE-CUP," + GOOD),
              (step, text) -> steps.add(step));

      assertThat(result).isInstanceOf(OrderResult.Confirmed.class);
      assertThat(((OrderResult.Confirmed) result).paid()).isEqualTo(Money.of("28.30", "EUR"));
      assertThat(steps).containsExactly("find user", "open order", "pay", "confirm");
      assertThat(shop.order().status()).isEqualTo(OrderStatus.CONFIRMED);
      assertThat(shop.takings()).containsExactly(Money.of("28.30", "EUR"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelsAnOrderWhosePaymentIsDeclined(Wire wire) throws Exception {
    try (Shop shop = new Shop(wire)) {
      OrderResult result = shop.process("A-1,ada@example.com,EUR,1*HONEY," + BAD);

      assertThat(result)
          .isEqualTo(new OrderResult.Declined(shop.order().id(), DeclineReason.REFUSED_BY_ISSUER));
      assertThat(shop.order().cancelled()).contains(CancelReason.PAYMENT_DECLINED);
      assertThat(shop.takings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOrderThatIsSentTwiceIsPaidOnce(Wire wire) throws Exception {
    try (Shop shop = new Shop(wire)) {
      String order = "A-1,ada@example.com,EUR,1*HONEY," + GOOD;

      shop.process(order);
      OrderResult again = shop.process(order);

      assertThat(again).isEqualTo(new OrderResult.Duplicate(shop.order().id()));
      assertThat(shop.takings()).containsExactly(Money.of("6.25", "EUR"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesBackWhatWasPaidForACancelledOrder(Wire wire) throws Exception {
    try (Shop shop = new Shop(wire)) {
      shop.process("A-1,ada@example.com,EUR,1*HONEY," + BAD);
      OrderResult late = shop.process("A-1,ada@example.com,EUR,1*HONEY," + GOOD);

      assertThat(late)
          .isEqualTo(new OrderResult.Refunded(shop.order().id(), Money.of("6.25", "EUR")));
      assertThat(shop.takings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesBackOnceWhenTheAnswerToTheRefundWasLost(Wire wire) throws Exception {
    try (Shop shop = new Shop(wire)) {
      shop.process("A-1,ada@example.com,EUR,1*HONEY," + BAD);
      String late = "A-1,ada@example.com,EUR,1*HONEY," + GOOD;
      OrderResult unheard = shop.process(late);

      assertThat(shop.process(late)).isEqualTo(unheard).isInstanceOf(OrderResult.Refunded.class);
      assertThat(shop.takings()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void rejectsStrangersAndWhatIsNotForSale(Wire wire) throws Exception {
    try (Shop shop = new Shop(wire)) {
      assertThat(shop.process("A-1,eve@example.com,EUR,1*HONEY," + GOOD))
          .isEqualTo(
              new OrderResult.Rejected(
                  Reason.USER_UNKNOWN, "no user has the address eve@example.com"));
      assertThat(shop.process("A-2,ada@example.com,EUR,1*COFFEE," + GOOD))
          .isEqualTo(
              new OrderResult.Rejected(Reason.NOT_FOR_SALE, "COFFEE is not for sale in EUR"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhichStepFailedWhenAServiceRefuses(Wire wire) throws Exception {
    try (Shop shop = new Shop(wire)) {
      shop.process("A-1,ada@example.com,EUR,1*HONEY," + GOOD);
      OrderResult other = shop.process("A-1,ada@example.com,EUR,2*HONEY," + GOOD);

      assertThat(other).isInstanceOf(OrderResult.Failed.class);
      OrderResult.Failed failed = (OrderResult.Failed) other;
      assertThat(failed.step()).isEqualTo("open order");
      assertThat(failed.cause().code()).isEqualTo(Code.FAILED_PRECONDITION);
      assertThat(failed.cause().detailMessage())
          .isEqualTo("idempotency-key: it was used for another order");
    }
  }

  private static OrderRequest request(String line) {
    return ((Parsed) OrderFile.read(List.of(line)).get(0)).request();
  }

  /** The three services with one customer, behind clients. */
  private static final class Shop implements AutoCloseable {
    private final Server server;
    private final Connection connection;
    private final OrderService orders;
    private final PaymentService payments;
    private final OrderProcessor processor;
    private final User ada;

    Shop(Wire wire) throws Exception {
      ServerBuilder builder = Farcall.server();
      server =
          (wire == Wire.LOCAL ? builder.local("shop") : builder.grpc(0))
              .serve(UserService.class, new Users(Clock.systemUTC()))
              .serve(OrderService.class, new Orders(Clock.systemUTC()))
              .serve(PaymentService.class, new Payments(Clock.systemUTC()))
              .start();
      connection =
          Farcall.connect(
              wire == Wire.LOCAL ? "local:shop" : "static:///127.0.0.1:" + server.port());
      UserService users = connection.client(UserService.class);
      orders = connection.client(OrderService.class);
      payments = connection.client(PaymentService.class);
      processor = new OrderProcessor(users, orders, payments);
      ada = users.createUser(new NewUser(new Email("ada@example.com"), "Ada"));
    }

    OrderResult process(String line) {
      return processor.processOrder(request(line), Steps.SILENT);
    }

    /** The customer's only order. */
    Order order() {
      List<Order> all = orders.listOrders(Optional.of(ada.id()), 10, Optional.empty()).items();
      assertThat(all).hasSize(1);
      return all.get(0);
    }

    List<Money> takings() throws Exception {
      return payments.takings().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      connection.close();
      server.close();
    }
  }
}
