package dev.farcall.grpc.streams;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.call.Handler;
import dev.farcall.spi.Listener;
import dev.farcall.spi.ListenerProvider;
import java.util.Iterator;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One side of a stream that is longer than its memory, as a process of its own: {@code serve
 * LISTENER} prints its port, {@code read WIRE PORT ELEMENTS} reads in bursts with pauses.
 */
public final class SoakMain {

  /** How often a reader rests, and for how long. */
  private static final int PAUSES = 3;

  private static final long PAUSE_MILLIS = 2_000;

  private SoakMain() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("serve")) {
      serve(arguments[1], arguments.length > 2);
    } else {
      read(arguments[1], Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]));
    }
  }

  private static void serve(String listener, boolean blocking) throws Exception {
    Handler<Long, Long> handler =
        blocking
            ? Handler.blockingServerStream(
                Ticks.COUNT, (count, context) -> LongStream.range(0, count).boxed())
            : Handler.serverStream(Ticks.COUNT, (count, context) -> new Range(count));
    try (Server server =
        Farcall.server().listen(listener(listener)).serve(Ticks.dispatcher(handler)).start()) {
      System.out.println(server.port());
      server.awaitTermination();
    }
  }

  private static Listener listener(String wire) {
    for (ListenerProvider provider : ServiceLoader.load(ListenerProvider.class)) {
      if (provider.wire().equals(wire)) {
        return provider.listener(0);
      }
    }
    throw new IllegalArgumentException("no listener of " + wire);
  }

  private static void read(String wire, int port, long elements) throws Exception {
    try (Connection connection = Farcall.connect("static:///127.0.0.1:" + port).wire(wire);
        Stream<Long> numbers = connection.peer().bindStream(Ticks.COUNT).stream(elements)) {
      Iterator<Long> each = numbers.iterator();
      long burst = elements / PAUSES;
      for (long expected = 0; expected < elements; expected++) {
        if (expected > 0 && expected % burst == 0) {
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS); // the slow consumer itself
        }
        long next = each.next();
        if (next != expected) {
          throw new IllegalStateException("got " + next + " (expected: " + expected + ")");
        }
      }
      if (each.hasNext()) {
        throw new IllegalStateException("more than " + elements);
      }
    }
    System.out.println("all " + elements);
  }
}
