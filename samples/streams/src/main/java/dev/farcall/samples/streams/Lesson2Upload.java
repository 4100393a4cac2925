package dev.farcall.samples.streams;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stream of requests: it is pulled as fast as the server takes it, so that a million trades need
 * no more memory than a few. When the server refuses one, no more are pulled.
 */
public final class Lesson2Upload {

  private Lesson2Upload() {}

  public static void main(String[] args) {
    try (Server server =
            Farcall.server().grpc(0).serve(PriceService.class, new Exchange("ACME")).start();
        Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
      PriceService prices = connection.client(PriceService.class);

      Summary summary = prices.upload(IntStream.range(0, 1_000).mapToObj(i -> trade("ACME")));
      System.out.println(summary.trades() + " trades for " + summary.turnover());

      try {
        prices.upload(Stream.generate(() -> trade("NONE"))); // without end, but for the refusal
      } catch (UnknownSymbol unknown) {
        System.out.println(unknown.getMessage());
      }
    }
  }

  private static Trade trade(String symbol) {
    return new Trade(symbol, new BigDecimal("10.50"), 2);
  }
}
