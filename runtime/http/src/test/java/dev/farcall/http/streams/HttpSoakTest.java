package dev.farcall.http.streams;

import dev.farcall.grpc.streams.SoakTest;
import dev.farcall.grpc.streams.SoakWire;
import java.util.List;

/** The same over the wires of HTTP. */
final class HttpSoakTest extends SoakTest {

  @Override
  protected List<SoakWire> wires() {
    return List.of(
        new SoakWire("connect", "http", 5_000_000), new SoakWire("rest", "http", 3_000_000));
  }
}
