package dev.farcall.samples.shop;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.ServerBuilder;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.orders.Orders;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.users.UserService;
import dev.farcall.samples.shop.users.Users;
import java.time.Clock;
import java.util.List;

/** The three services by the names of their processes. */
final class Services {

  static final List<String> NAMES = List.of("users", "orders", "payments");

  private Services() {}

  /** Offers one of them. */
  static ServerBuilder serve(String name, ServerBuilder server) {
    Clock clock = Clock.systemUTC();
    return serve(name, server, new Users(clock), new Payments(clock));
  }

  /** The same with these users or payments. */
  static ServerBuilder serve(
      String name, ServerBuilder server, UserService users, PaymentService payments) {
    return switch (require(name)) {
      case "users" -> server.serve(UserService.class, users);
      case "orders" -> server.serve(OrderService.class, new Orders(Clock.systemUTC()));
      default -> server.serve(PaymentService.class, payments);
    };
  }

  /** Says where clients find one of them: all that differs between one process and four. */
  static void target(String name, String target) {
    System.setProperty(targetKey(name), target);
  }

  /** Another connection to one of them than that of {@code Farcall.client}. */
  static Connection connect(String name) {
    return Farcall.connect(System.getProperty(targetKey(name)));
  }

  private static String targetKey(String name) {
    Class<?> type =
        switch (require(name)) {
          case "users" -> UserService.class;
          case "orders" -> OrderService.class;
          default -> PaymentService.class;
        };
    return "farcall.client." + type.getSimpleName() + ".target";
  }

  static String require(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "service: '" + name + "' (expected: one of " + NAMES + ")");
    }
    return name;
  }
}
