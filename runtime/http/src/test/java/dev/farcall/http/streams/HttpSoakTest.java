package dev.farcall.http.streams;

import dev.farcall.grpc.streams.SoakTest;
import dev.farcall.grpc.streams.SoakWire;
import java.util.List;

/** The same over the wires of HTTP, and over gRPC on its engine. */
final class HttpSoakTest extends SoakTest {

  @Override
  protected List<SoakWire> wires() {
    return List.of(
        new SoakWire("grpc", "http"),
        new SoakWire("connect", "http"),
        new SoakWire("rest", "http"));
  }
}
