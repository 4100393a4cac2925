package dev.farcall.grpc.streams;

import dev.farcall.grpc.TestListeners;

final class GrpcStreamsTest extends StreamContract {

  @Override
  protected StreamWire.Kind wire() {
    return StreamWire.at(TestListeners.ofEngine().plain(), "grpc");
  }
}
