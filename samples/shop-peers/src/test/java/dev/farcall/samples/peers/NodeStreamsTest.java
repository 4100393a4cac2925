package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.grpc.Grpc;
import dev.farcall.http.Http;
import dev.farcall.samples.peers.Interop.Result;
import dev.farcall.spi.Listener;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code @grpc/grpc-js} reads and sends streams. */
@Tag("interop")
class NodeStreamsTest {

  @TempDir Path folder;

  static List<Listener> engines() {
    return List.of(Grpc.port(0).host("127.0.0.1"), Http.port(0).host("127.0.0.1"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void nodeReadsAndSendsStreamsBreaksThemAndIsToldWhatBreaks(Listener engine) throws Exception {
    Interop.writeProtoFiles(folder);
    try (Market market = new Market(engine)) {
      Result said = Interop.node(folder, "streams.js", market.address(), folder.toString());

      assertThat(said.exitCode()).as(said.output()).isZero();
      assertThat(said.output())
          .isEqualTo(
              """
              watched Ada
              watched Bob
              watch ended 1: Cancelled on client
              watch in time ended 4
              uploaded 1000 for 21000.00
              uploaded 1 for 21.00
              upload of NONE 5: no share NONE
              detail prices.v1.UnknownSymbol {"symbol":"NONE"}
              detail google.rpc.ErrorInfo {"reason":"UNKNOWN_SYMBOL","domain":"prices.v1.PriceService"}
              history of ACME: 1000 trades, ended 0
              history of NONE: 0 trades, ended 5: no share NONE
              detail prices.v1.UnknownSymbol {"symbol":"NONE"}
              detail google.rpc.ErrorInfo {"reason":"UNKNOWN_SYMBOL","domain":"prices.v1.PriceService"}
              history of HALF: 3 trades, ended 5: no share HALF
              detail prices.v1.UnknownSymbol {"symbol":"HALF"}
              detail google.rpc.ErrorInfo {"reason":"UNKNOWN_SYMBOL","domain":"prices.v1.PriceService"}
              history of ENDLESS: many trades, ended 1: Cancelled on client
              ACME 10.50
              BOLT 10.50
              quotes ended 0
              ACME 10.50
              BOLT 10.50
              quotes ended 5: no share NONE
              detail prices.v1.UnknownSymbol {"symbol":"NONE"}
              detail google.rpc.ErrorInfo {"reason":"UNKNOWN_SYMBOL","domain":"prices.v1.PriceService"}
              ACME 10.50
              BOLT 10.50
              quotes ended 1: Cancelled on client
              """);
      market.awaitQuiet(1);
    }
  }
}
