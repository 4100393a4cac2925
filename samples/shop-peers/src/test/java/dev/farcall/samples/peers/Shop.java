package dev.farcall.samples.peers;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.http.Cors;
import dev.farcall.http.Http;
import dev.farcall.samples.shop.orders.OrderService;
import dev.farcall.samples.shop.orders.Orders;
import dev.farcall.samples.shop.payments.PaymentService;
import dev.farcall.samples.shop.payments.Payments;
import dev.farcall.samples.shop.users.UserService;
import dev.farcall.samples.shop.users.Users;
import dev.farcall.spi.Listener;
import java.time.Clock;

/** The three services on one port of this machine. */
final class Shop {

  private Shop() {}

  /** By grpc-java. */
  static Server start() {
    return start(Grpc.port(0).host("127.0.0.1"));
  }

  /** By the HTTP engine: REST, Connect, gRPC and gRPC-Web, with the documents, for any page. */
  static Server startHttp() {
    return start(Http.port(0).host("127.0.0.1").docs(true).cors(Cors.anyOrigin()).gzip());
  }

  private static Server start(Listener listener) {
    Clock clock = Clock.systemUTC();
    return Farcall.server()
        .listen(listener)
        .serve(UserService.class, new Users(clock))
        .serve(OrderService.class, new Orders(clock))
        .serve(PaymentService.class, new Payments(clock))
        .start();
  }
}
