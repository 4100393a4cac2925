package dev.farcall.samples.streams;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import java.math.BigDecimal;
import reactor.core.publisher.Flux;

/**
 * The same service in other shapes: {@link ReactivePriceService} is a twin of {@link PriceService},
 * which the server does not know of. Nothing happens until somebody subscribes, and no thread
 * waits, but for that of {@code main}.
 */
public final class Lesson3Twin {

  private Lesson3Twin() {}

  public static void main(String[] args) {
    try (Server server =
            Farcall.server().grpc(0).serve(PriceService.class, new Exchange("ACME")).start();
        Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
      ReactivePriceService prices = connection.client(ReactivePriceService.class);

      Flux<Trade> trades = Flux.range(1, 100).map(i -> new Trade("ACME", BigDecimal.valueOf(i), 1));
      Flux<BigDecimal> highest =
          prices
              .upload(trades)
              .doOnNext(summary -> System.out.println(summary.trades() + " trades"))
              .flatMapMany(summary -> prices.history("ACME"))
              .map(Trade::price)
              .reduce(BigDecimal::max)
              .flux();
      System.out.println("highest " + highest.blockLast());
    }
  }
}
