package dev.farcall;

import dev.farcall.spi.ListenerProvider;
import dev.farcall.spi.TransportProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Finds transports on the class path or module path. */
final class Providers {

  /** In this order where nothing is said. */
  private static final List<String> DEFAULT_WIRES = List.of("grpc", "connect");

  private Providers() {}

  /** The transport of gRPC if it is there, else of Connect, else the only one that is. */
  static TransportProvider transport() {
    List<TransportProvider> all = all(TransportProvider.class);
    for (String wire : DEFAULT_WIRES) {
      for (TransportProvider provider : all) {
        if (provider.wire().equals(wire)) {
          return provider;
        }
      }
    }
    return all.size() == 1 ? all.get(0) : find(all, TransportProvider::wire, DEFAULT_WIRES.get(0));
  }

  /** The transport of a wire. */
  static TransportProvider transport(String wire) {
    return find(all(TransportProvider.class), TransportProvider::wire, wire);
  }

  /** The listener of a wire. */
  static ListenerProvider listener(String wire) {
    return find(all(ListenerProvider.class), ListenerProvider::wire, wire);
  }

  private static <P> P find(List<P> all, Function<P, String> name, String wire) {
    for (P provider : all) {
      if (name.apply(provider).equals(wire)) {
        return provider;
      }
    }
    throw new IllegalStateException(
        "no transport for the wire '"
            + wire
            + "' (found: "
            + all.stream().map(name).toList()
            + "). "
            + cure(wire));
  }

  private static String cure(String wire) {
    String module =
        switch (wire) {
          case "grpc" -> "farcall-grpc";
          case "connect", "rest", "http" -> "farcall-http";
          default -> null;
        };
    return module == null
        ? "Farcall has grpc, connect and rest"
        : "Add the dependency dev.farcall:" + module + ", in the version of farcall-core";
  }

  /** As this thread sees them, else as this library does. */
  private static <P> List<P> all(Class<P> type) {
    List<P> found = new ArrayList<>();
    ServiceLoader.load(type).forEach(found::add);
    if (found.isEmpty()) {
      ServiceLoader.load(type, type.getClassLoader()).forEach(found::add);
    }
    return found;
  }
}
