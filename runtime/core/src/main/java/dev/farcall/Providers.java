package dev.farcall;

import dev.farcall.spi.ListenerProvider;
import dev.farcall.spi.TransportProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds transports on the class path or module path. */
final class Providers {

  private static final String GRPC = "grpc";

  private Providers() {}

  /** The transport of a wire; null for gRPC if it is there, else the only one that is. */
  static TransportProvider transport(@Nullable String wire) {
    List<TransportProvider> all = all(TransportProvider.class);
    return find(all, TransportProvider::wire, wire == null ? GRPC : wire, wire == null);
  }

  /** The listener of a wire. */
  static ListenerProvider listener(String wire) {
    return find(all(ListenerProvider.class), ListenerProvider::wire, wire, false);
  }

  private static <P> P find(
      List<P> all, Function<P, String> name, String wire, boolean otherwiseAny) {
    for (P provider : all) {
      if (name.apply(provider).equals(wire)) {
        return provider;
      }
    }
    if (otherwiseAny && all.size() == 1) {
      return all.get(0);
    }
    throw new IllegalStateException(
        "no transport for the wire '"
            + wire
            + "' (found: "
            + all.stream().map(name).toList()
            + "). Add the dependency dev.farcall:farcall-"
            + wire
            + ", in the version of farcall-core");
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
