package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.http.HttpWire;
import dev.farcall.samples.peers.Interop.Result;
import dev.farcall.samples.streams.PriceService;
import dev.farcall.samples.streams.Quote;
import dev.farcall.samples.streams.ReactivePriceService;
import dev.farcall.samples.streams.Subscription;
import dev.farcall.samples.streams.Summary;
import dev.farcall.samples.streams.Trade;
import dev.farcall.samples.streams.UnknownSymbol;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Our clients read streams that servers in JavaScript make, and send them streams. */
@Tag("interop")
@Timeout(120)
class ForeignMarketTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    Interop.writeProtoFiles(folder);
  }

  @Test
  void of_grpc_js() throws Exception {
    try (Running server = Running.node(folder, "market-grpc.js", folder.toString())) {
      assertAllStreams(server, connection -> connection.wire("grpc"), true);
    }
  }

  @Test
  void of_connect_node_by_grpc() throws Exception {
    try (Running server = connectNode("2")) {
      assertAllStreams(server, connection -> connection.wire("grpc"), true);
    }
  }

  @Test
  void of_connect_node_by_connect() throws Exception {
    try (Running server = connectNode("2")) {
      assertAllStreams(server, connection -> connection.wire("connect"), true);
    }
  }

  @Test
  void of_connect_node_by_connect_in_json() throws Exception {
    try (Running server = connectNode("2")) {
      HttpWire json = HttpWire.connect().json();
      assertAllStreams(server, connection -> connection.wire(json), true);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void of_connect_node_by_connect_over_http_1(boolean json) throws Exception {
    try (Running server = connectNode("1.1")) {
      HttpWire http1 = HttpWire.connect().http1();
      assertAllStreams(server, connection -> connection.wire(json ? http1.json() : http1), false);
    }
  }

  private Running connectNode(String version) throws Exception {
    assertThat(Interop.buf(folder, "build", "-o", "image.binpb")).isEqualTo(new Result(0, ""));
    return Running.node(
        folder, "market-connect.js", folder.resolve("image.binpb").toString(), version);
  }

  private static void assertAllStreams(
      Running server, UnaryOperator<Connection> wire, boolean bothWays) throws Exception {
    try (Connection connection =
        wire.apply(Farcall.connect("static:///" + server.awaitAddress()))) {
      histories(connection.client(PriceService.class), server);
      uploads(connection.client(PriceService.class));
      if (bothWays) {
        quotes(connection.client(ReactivePriceService.class), server);
      }
    }
  }

  private static void histories(PriceService market, Running server) throws Exception {
    try (Stream<Trade> history = market.history("ACME")) {
      assertThat(history.map(Trade::price).map(BigDecimal::intValue)).containsExactly(0, 1, 2);
    }
    List<Trade> half = new ArrayList<>();
    try (Stream<Trade> history = market.history("HALF")) {
      assertThatExceptionOfType(UnknownSymbol.class)
          .isThrownBy(() -> history.forEach(half::add))
          .satisfies(broken -> assertThat(broken.symbol()).isEqualTo("HALF"));
    }
    assertThat(half).hasSize(3);
    try (Stream<Trade> history = market.history("ENDLESS")) {
      assertThat(history.limit(1_000)).hasSize(1_000);
    }
    server.await("history of ENDLESS given up");
  }

  private static void uploads(PriceService market) {
    assertThat(market.upload(Stream.generate(() -> Market.trade("ACME")).limit(1_000)))
        .isEqualTo(new Summary(1_000, BigDecimal.valueOf(21_000)));
    assertThatExceptionOfType(UnknownSymbol.class)
        .isThrownBy(() -> market.upload(Stream.generate(() -> Market.trade("NONE"))))
        .satisfies(refused -> assertThat(refused.symbol()).isEqualTo("NONE"));
  }

  private static void quotes(ReactivePriceService market, Running server) throws Exception {
    Quote acme = new Quote("ACME", new BigDecimal("10.50"));
    Quote bolt = new Quote("BOLT", new BigDecimal("10.50"));
    Flux<Subscription> two =
        Flux.just(new Subscription("ACME", true), new Subscription("BOLT", true));

    assertThat(market.quotes(two).collectList().block()).containsExactly(acme, bolt);

    List<Quote> before = new ArrayList<>();
    Flux<Quote> refused =
        market
            .quotes(two.concatWithValues(new Subscription("NONE", true)).concatWith(Flux.never()))
            .doOnNext(before::add);
    assertThatExceptionOfType(UnknownSymbol.class)
        .isThrownBy(refused::blockLast)
        .satisfies(unknown -> assertThat(unknown.symbol()).isEqualTo("NONE"));
    assertThat(before).containsExactly(acme, bolt);

    Sinks.One<Quote> first = Sinks.one();
    Disposable reading = market.quotes(two.concatWith(Flux.never())).subscribe(first::tryEmitValue);
    assertThat(first.asMono().block()).isEqualTo(acme);
    reading.dispose();
    server.await("quotes given up");
  }
}
