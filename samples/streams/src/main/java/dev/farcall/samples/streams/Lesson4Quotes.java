package dev.farcall.samples.streams;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import java.math.BigDecimal;
import java.util.stream.Stream;
import reactor.core.publisher.Sinks;

/**
 * Streams both ways on one call: the client says what it follows, the server what that costs. Here
 * each answer leads to the next request. What happens to quotes that nobody asked for yet is in
 * {@link Feed}.
 */
public final class Lesson4Quotes {

  private Lesson4Quotes() {}

  public static void main(String[] args) {
    Exchange exchange = new Exchange("ACME", "BOLT");
    exchange.upload(Stream.of(trade("ACME", 100), trade("BOLT", 7)));

    try (Server server = Farcall.server().grpc(0).serve(PriceService.class, exchange).start();
        Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
      Sinks.Many<Subscription> follow = Sinks.many().unicast().onBackpressureBuffer();
      follow.tryEmitNext(new Subscription("ACME", true)).orThrow();

      connection
          .client(ReactivePriceService.class)
          .quotes(follow.asFlux())
          .doOnNext(quote -> System.out.println(quote.symbol() + " " + quote.price()))
          .doOnNext(
              quote -> {
                if (quote.symbol().equals("ACME")) {
                  follow.tryEmitNext(new Subscription("ACME", false)).orThrow();
                  follow.tryEmitNext(new Subscription("BOLT", true)).orThrow();
                } else {
                  follow.tryEmitComplete().orThrow(); // the server ends the quotes, too
                }
              })
          .blockLast();
      System.out.println("done");
    }
  }

  private static Trade trade(String symbol, int price) {
    return new Trade(symbol, BigDecimal.valueOf(price), 1);
  }
}
