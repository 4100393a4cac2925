package dev.farcall.samples.peers;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.samples.shop.users.UserService;
import dev.farcall.samples.shop.users.Users;
import dev.farcall.samples.streams.Exchange;
import dev.farcall.samples.streams.PriceService;
import dev.farcall.samples.streams.Quote;
import dev.farcall.samples.streams.Subscription;
import dev.farcall.samples.streams.Summary;
import dev.farcall.samples.streams.Trade;
import dev.farcall.samples.streams.UnknownSymbol;
import dev.farcall.spi.Listener;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What has streams, on one port: the users of the shop, and the prices of the lessons. There are
 * two more histories: that of HALF breaks after three trades, that of ENDLESS has no end.
 */
final class Market implements PriceService, AutoCloseable {

  final Users users = new Users(Clock.systemUTC());
  final Exchange exchange = new Exchange("ACME", "BOLT");
  final AtomicLong made = new AtomicLong();
  final AtomicInteger closed = new AtomicInteger();

  private final Server server;

  Market(Listener listener) {
    server =
        Farcall.server()
            .listen(listener)
            .serve(UserService.class, users)
            .serve(PriceService.class, this)
            .start();
  }

  String address() {
    return "127.0.0.1:" + server.port();
  }

  static Trade trade(String symbol) {
    return new Trade(symbol, new BigDecimal("10.50"), 2);
  }

  @Override
  public Stream<Trade> history(String symbol) {
    return switch (symbol) {
      case "HALF" -> Stream.of(1, 2, 3, 4).map(Market::half);
      case "ENDLESS" ->
          Stream.generate(() -> trade(symbol))
              .peek(trade -> made.incrementAndGet())
              .onClose(closed::incrementAndGet);
      default -> exchange.history(symbol);
    };
  }

  private static Trade half(int number) {
    if (number > 3) {
      throw new UnknownSymbol("HALF");
    }
    return trade("HALF");
  }

  @Override
  public Summary upload(Stream<Trade> trades) {
    return exchange.upload(trades);
  }

  @Override
  public Flow.Publisher<Quote> quotes(Flow.Publisher<Subscription> subscriptions) {
    return exchange.quotes(subscriptions);
  }

  /** Waits until nobody watches, nobody follows, and nothing is pulled from an endless history. */
  void awaitQuiet(int endless) {
    await(() -> users.watchers() == 0 && exchange.feeds() == 0 && closed.get() == endless);
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - until > 0) {
        throw new AssertionError("somebody is still served");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
