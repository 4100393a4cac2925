package dev.farcall.grpc;

import dev.farcall.security.Tls;
import dev.farcall.spi.Listener;
import java.util.ServiceLoader;

/**
 * The server that the tests of this package hold to gRPC. They are run again by every engine that
 * provides one of these; without one it is grpc-java's.
 */
public interface TestListeners {

  /** On a port of loopback; 0 lets the system choose. */
  Listener plain(int port);

  /** On a port that the system chooses. */
  default Listener plain() {
    return plain(0);
  }

  /** The same; compresses answers. */
  Listener gzip();

  /** The same, encrypted. */
  Listener tls(Tls tls);

  /** Those of the engine under test. */
  static TestListeners ofEngine() {
    return ServiceLoader.load(TestListeners.class).findFirst().orElseGet(OfGrpcJava::new);
  }

  /** Of grpc-java. */
  final class OfGrpcJava implements TestListeners {
    @Override
    public Listener plain(int port) {
      return Grpc.port(port).host("127.0.0.1");
    }

    @Override
    public Listener gzip() {
      return Grpc.port(0).host("127.0.0.1").gzip();
    }

    @Override
    public Listener tls(Tls tls) {
      return Grpc.port(0).host("127.0.0.1").tls(tls);
    }
  }
}
