package dev.farcall.grpc;

import dev.farcall.call.Handler;
import dev.farcall.call.Layer;
import dev.farcall.health.Health;
import dev.farcall.pipeline.ServerPipeline;
import dev.farcall.server.Answering;
import dev.farcall.server.ServerThreads;
import dev.farcall.spi.HealthState;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ServedServices;
import dev.farcall.time.Time;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Handlers behind the server's whole stack, on a port of loopback that the system chose. */
public final class TestServer implements AutoCloseable {

  static final int MAX_MESSAGE_BYTES = 1 << 20;

  private static final HealthState WELL =
      Health.of(checks -> {}, Set.of(), Time.system(), task -> false);

  private final ServerThreads threads = ServerThreads.create();
  private final Listener.Running running;

  private TestServer(Listener listener, Layer interceptors, List<Handler<?, ?>> handlers)
      throws IOException {
    Time time = Time.system();
    this.running =
        listener.start(
            new ServedServices(
                ServerPipeline.methods(
                    handlers, interceptors, Answering.inBytes(threads, time), time),
                interceptors,
                WELL,
                List::of,
                MAX_MESSAGE_BYTES,
                time));
  }

  public static TestServer of(Handler<?, ?>... handlers) throws IOException {
    return new TestServer(TestListeners.ofEngine().plain(), Layer.NONE, List.of(handlers));
  }

  static TestServer behind(Layer interceptors, Handler<?, ?>... handlers) throws IOException {
    return new TestServer(TestListeners.ofEngine().plain(), interceptors, List.of(handlers));
  }

  public static TestServer gzip(Handler<?, ?>... handlers) throws IOException {
    return new TestServer(TestListeners.ofEngine().gzip(), Layer.NONE, List.of(handlers));
  }

  /** On a port that was made elsewhere, of whichever engine. */
  public static TestServer at(Listener listener, Handler<?, ?>... handlers) throws IOException {
    return new TestServer(listener, Layer.NONE, List.of(handlers));
  }

  /** Of grpc-java, whatever engine is under test. */
  static TestServer on(Grpc listener, Handler<?, ?>... handlers) throws IOException {
    return at(listener.host("127.0.0.1"), handlers);
  }

  public int port() {
    return running.port();
  }

  Listener.Running running() {
    return running;
  }

  @Override
  public void close() {
    running.close();
    threads.close();
  }
}
