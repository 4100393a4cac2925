package dev.farcall.grpc.streams;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.call.Handler;
import dev.farcall.call.Operation;
import dev.farcall.call.StreamCaller;
import dev.farcall.spi.Listener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server and a connection to it, over one wire. */
public final class StreamWire implements AutoCloseable {

  private final Server server;
  private final Connection connection;

  private StreamWire(Server server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  /** How a server is reached. */
  @FunctionalInterface
  public interface Kind {
    StreamWire open(Handler<?, ?>... handlers);
  }

  /** Within this JVM. */
  public static Kind local() {
    return handlers -> {
      String name = "streams-" + System.nanoTime();
      Server server = Farcall.server().local(name).serve(Ticks.dispatcher(handlers)).start();
      return new StreamWire(server, Farcall.connect("local:" + name));
    };
  }

  /**
   * Over a port of loopback.
   *
   * @param wire null for the default
   */
  public static Kind at(Listener listener, @Nullable String wire) {
    return handlers -> {
      Server server = Farcall.server().listen(listener).serve(Ticks.dispatcher(handlers)).start();
      Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port());
      return new StreamWire(server, wire == null ? connection : connection.wire(wire));
    };
  }

  /** The typed end of a method. */
  public <Q, R> StreamCaller<Q, R> bind(Operation<Q, R> operation) {
    return connection.peer().bindStream(operation);
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    connection.close();
    server.stop(Duration.ZERO);
  }
}
