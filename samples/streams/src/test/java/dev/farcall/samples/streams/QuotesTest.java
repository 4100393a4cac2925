package dev.farcall.samples.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Sinks;

/** The quotes over gRPC. */
@Timeout(60)
class QuotesTest {

  /** Long, so that few quotes fit into the window of HTTP/2 of 4 MiB. */
  private static final String WIDE = "WIDE".repeat(250);

  private final Exchange exchange = new Exchange("ACME", "BOLT", WIDE);
  private final Server server =
      Farcall.server().grpc(0).serve(PriceService.class, exchange).start();
  private final Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port());
  private final Sinks.Many<dev.farcall.samples.streams.Subscription> follow =
      Sinks.many().unicast().onBackpressureBuffer();
  private final Reader reader = new Reader();

  @AfterEach
  void close() {
    connection.close();
    server.stop(Duration.ZERO);
  }

  private void read() {
    connection.client(ReactivePriceService.class).quotes(follow.asFlux()).subscribe(reader);
  }

  private void follow(String symbol, boolean on) {
    follow.tryEmitNext(new dev.farcall.samples.streams.Subscription(symbol, on)).orThrow();
  }

  private static Trade trade(String symbol, int price) {
    return new Trade(symbol, BigDecimal.valueOf(price), 1);
  }

  private static Quote quote(String symbol, int price) {
    return new Quote(symbol, BigDecimal.valueOf(price));
  }

  /** Reads what it asks for. */
  private static final class Reader extends BaseSubscriber<Quote> {
    final List<Quote> quotes = new CopyOnWriteArrayList<>();
    volatile Throwable error;
    volatile boolean completed;

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      subscription.request(1);
    }

    @Override
    protected void hookOnNext(Quote quote) {
      quotes.add(quote);
    }

    @Override
    protected void hookOnError(Throwable thrown) {
      error = thrown;
    }

    @Override
    protected void hookOnComplete() {
      completed = true;
    }

    Quote newest() {
      return quotes.get(quotes.size() - 1);
    }
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - until).as("time over, in ns").isNegative();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Test
  void who_is_slow_misses_quotes_and_is_never_behind() {
    exchange.upload(Stream.of(trade(WIDE, 1)));
    follow(WIDE, true);
    read();
    await(() -> !reader.quotes.isEmpty());
    int last = 10_000;
    exchange.upload(IntStream.rangeClosed(2, last).mapToObj(price -> trade(WIDE, price)));

    assertThat(reader.quotes).containsExactly(quote(WIDE, 1));
    reader.requestUnbounded();
    await(() -> reader.newest().equals(quote(WIDE, last)));
    assertThat(reader.quotes.size()).isLessThan(last / 2);
    assertThat(reader.quotes).isSortedAccordingTo(this::byPrice);
  }

  private int byPrice(Quote one, Quote other) {
    return one.price().compareTo(other.price());
  }

  @Test
  void what_is_not_followed_any_more_is_not_told() {
    exchange.upload(Stream.of(trade("ACME", 1), trade("BOLT", 1)));
    follow("ACME", true);
    read();
    await(() -> !reader.quotes.isEmpty());
    reader.requestUnbounded();
    follow("ACME", false);
    follow("BOLT", true);
    await(() -> reader.newest().equals(quote("BOLT", 1)));
    exchange.upload(Stream.of(trade("ACME", 2), trade("BOLT", 2)));
    await(() -> reader.newest().equals(quote("BOLT", 2)));

    assertThat(reader.quotes).doesNotContain(quote("ACME", 2));
  }

  @Test
  void the_end_of_the_subscriptions_ends_the_quotes() {
    exchange.upload(Stream.of(trade("ACME", 1)));
    follow("ACME", true);
    follow.tryEmitComplete().orThrow();
    read();
    await(() -> reader.completed);

    assertThat(reader.quotes).containsExactly(quote("ACME", 1));
    assertThat(exchange.feeds()).isZero();
  }

  @Test
  void a_share_that_is_unknown_ends_the_quotes_as_declared() {
    exchange.upload(Stream.of(trade("ACME", 1)));
    follow("ACME", true);
    read();
    await(() -> !reader.quotes.isEmpty());
    follow("NONE", true);
    await(() -> reader.error != null);

    assertThat(reader.error)
        .isInstanceOfSatisfying(
            UnknownSymbol.class, unknown -> assertThat(unknown.symbol()).isEqualTo("NONE"));
    await(() -> follow.currentSubscriberCount() == 0);
    assertThat(exchange.feeds()).isZero();
  }

  @Test
  void who_goes_away_is_forgotten() {
    exchange.upload(Stream.of(trade("ACME", 1)));
    follow("ACME", true);
    read();
    await(() -> !reader.quotes.isEmpty());
    assertThat(exchange.feeds()).isEqualTo(1);
    reader.cancel();

    await(() -> exchange.feeds() == 0);
    await(() -> follow.currentSubscriberCount() == 0);
  }

  @Test
  void an_unknown_share_has_no_history_and_takes_no_trades() {
    PriceService prices = connection.client(PriceService.class);

    assertThatExceptionOfType(UnknownSymbol.class)
        .isThrownBy(() -> prices.upload(Stream.of(trade("ACME", 1), trade("NONE", 1))));
    assertThat(prices.history("ACME")).containsExactly(trade("ACME", 1));
    try (Stream<Trade> none = prices.history("NONE")) {
      assertThatExceptionOfType(UnknownSymbol.class).isThrownBy(none::count);
    }
  }
}
