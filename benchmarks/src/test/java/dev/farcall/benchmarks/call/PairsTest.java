package dev.farcall.benchmarks.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured works, and is the same contract on both sides. */
final class PairsTest {

  @ParameterizedTest
  @EnumSource(Peers.class)
  void bothStubsAreAnswered(Peers peer) {
    for (Stubs stub : Stubs.values()) {
      try (Peers.Running server = peer.start();
          Stubs.Connected connected = stub.connect(server.port())) {
        assertThat(connected.call().echo("hé")).isEqualTo("hé");
      }
    }
  }
}
