package dev.farcall.http.streams;

import dev.farcall.grpc.streams.StreamContract;
import dev.farcall.grpc.streams.StreamWire;
import dev.farcall.http.Http;

final class ConnectStreamsTest extends StreamContract {

  @Override
  protected StreamWire.Kind wire() {
    return StreamWire.at(Http.port(0).host("127.0.0.1"), "connect");
  }
}
