package dev.farcall.samples.peers;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.orders.Orders;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.users.UserService;
import dev.farcall.samples.shop.users.Users;
import java.time.Clock;

/** The three services on one port of this machine. */
final class Shop {

  private Shop() {}

  static Server start() {
    Clock clock = Clock.systemUTC();
    return Farcall.server()
        .listen(Grpc.port(0).host("127.0.0.1"))
        .serve(UserService.class, new Users(clock))
        .serve(OrderService.class, new Orders(clock))
        .serve(PaymentService.class, new Payments(clock))
        .start();
  }
}
