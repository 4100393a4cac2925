package dev.farcall.samples.streams;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stream of answers, pulled: the server makes elements as they are consumed. Closing the stream
 * ends the call, so it stands in a {@code try}.
 */
public final class Lesson1History {

  private Lesson1History() {}

  public static void main(String[] args) {
    Exchange exchange = new Exchange("ACME");
    exchange.upload(IntStream.range(0, 1_000_000).mapToObj(Lesson1History::trade));

    try (Server server = Farcall.server().grpc(0).serve(PriceService.class, exchange).start();
        Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
      PriceService prices = connection.client(PriceService.class);
      try (Stream<Trade> trades = prices.history("ACME")) { // a million, of which few are sent
        trades.limit(3).forEach(trade -> System.out.println("at " + trade.price()));
      }
      try (Stream<Trade> trades = prices.history("NONE")) {
        System.out.println(trades.count());
      } catch (UnknownSymbol unknown) {
        System.out.println(unknown.getMessage());
      }
    }
  }

  private static Trade trade(int i) {
    return new Trade("ACME", BigDecimal.valueOf(100 + i), 1);
  }
}
