package dev.farcall.samples.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.http.Http;
import dev.farcall.samples.peers.Interop.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code @connectrpc/connect-node} reads and sends streams by each of its protocols. */
@Tag("interop")
class ConnectStreamsTest {

  private static final List<String> PROTOCOLS =
      List.of(
          "connect binary 1.1",
          "grpc-web binary 1.1",
          "connect json 1.1",
          "grpc-web json 1.1",
          "connect binary 2",
          "grpc-web binary 2",
          "connect json 2",
          "grpc-web json 2",
          "grpc 2");

  private static final String UNKNOWN = "NotFound (prices.v1.UnknownSymbol ";

  @TempDir Path folder;

  @Test
  void everyProtocolReadsAndSendsStreamsAndIsToldWhatBreaks() throws Exception {
    Interop.writeProtoFiles(folder);
    assertThat(Interop.buf(folder, "build", "-o", "image.binpb")).isEqualTo(new Result(0, ""));
    try (Market market = new Market(Http.port(0).host("127.0.0.1"))) {
      Result said =
          Interop.node(
              folder,
              "connect-streams.js",
              "http://" + market.address(),
              folder.resolve("image.binpb").toString());

      assertThat(said.exitCode()).as(said.output()).isZero();
      assertThat(said.output().lines())
          .containsExactlyElementsOf(
              PROTOCOLS.stream().flatMap(ConnectStreamsTest::lines).toList());
      market.awaitQuiet(PROTOCOLS.size());
    }
  }

  private static Stream<String> lines(String protocol) {
    Stream<String> oneWay =
        Stream.of(
            "watched Ada,Bob Canceled, in time DeadlineExceeded",
            "uploaded 2100.00end, uploaded " + UNKNOWN + "NONE)",
            "HALF 3 " + UNKNOWN + "HALF)",
            "NONE 0 " + UNKNOWN + "NONE)",
            "ENDLESS 1000 end");
    Stream<String> bothWays =
        Stream.of(
            "quotes end: ACME 10.50 end",
            "quotes NONE: ACME 10.50 " + UNKNOWN + "NONE)",
            "quotes abort: ACME 10.50 Canceled");
    return Stream.concat(oneWay, protocol.endsWith("2") ? bothWays : Stream.empty())
        .map(line -> protocol + ": " + line);
  }
}
