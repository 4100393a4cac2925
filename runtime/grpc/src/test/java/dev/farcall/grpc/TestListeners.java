package dev.farcall.grpc;

import dev.farcall.spi.Listener;
import java.util.ServiceLoader;

/**
 * The server that the tests of this package hold to gRPC. They are run again by every engine that
 * provides one of these; without one it is grpc-java's.
 */
public interface TestListeners {

  /** On a port of loopback that the system chooses. */
  Listener plain();

  /** The same; compresses answers. */
  Listener gzip();

  /** Those of the engine under test. */
  static TestListeners ofEngine() {
    return ServiceLoader.load(TestListeners.class).findFirst().orElseGet(OfGrpcJava::new);
  }

  /** Of grpc-java. */
  final class OfGrpcJava implements TestListeners {
    @Override
    public Listener plain() {
      return Grpc.port(0).host("127.0.0.1");
    }

    @Override
    public Listener gzip() {
      return Grpc.port(0).host("127.0.0.1").gzip();
    }
  }
}
