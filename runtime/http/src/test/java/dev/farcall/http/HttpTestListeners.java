package dev.farcall.http;

import dev.farcall.grpc.TestListeners;
import dev.farcall.security.Tls;
import dev.farcall.spi.Listener;

/** Holds the HTTP engine to the tests of gRPC. */
public final class HttpTestListeners implements TestListeners {

  @Override
  public Listener plain(int port) {
    return Http.port(port).host("127.0.0.1");
  }

  @Override
  public Listener gzip() {
    return Http.port(0).host("127.0.0.1").gzip();
  }

  @Override
  public Listener tls(Tls tls) {
    return Http.port(0).host("127.0.0.1").tls(tls);
  }
}
