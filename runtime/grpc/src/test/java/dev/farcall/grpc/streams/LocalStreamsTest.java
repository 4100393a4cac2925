package dev.farcall.grpc.streams;

final class LocalStreamsTest extends StreamContract {

  @Override
  protected StreamWire.Kind wire() {
    return StreamWire.local();
  }

  @Override
  protected boolean encodes() {
    return false;
  }
}
