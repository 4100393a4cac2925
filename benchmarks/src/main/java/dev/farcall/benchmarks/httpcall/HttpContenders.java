package dev.farcall.benchmarks.httpcall;

import dev.farcall.benchmarks.contest.Entries;
import dev.farcall.benchmarks.load.Contender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the load of HTTP calls compares. */
final class HttpContenders {

  /** The first is the one that the others are compared with. */
  private static final List<Contender> OURS =
      List.of(
          Entries.own("Vert.x + Jackson, client on one loop", VertxPeer.class, "one-loop"),
          Entries.own("Vert.x + Jackson, client without a context", VertxPeer.class, "default"),
          Entries.own("Farcall, @NonBlocking", FarcallHttpPeer.class, "rest-event-loop"),
          Entries.own("Farcall", FarcallHttpPeer.class, "rest-pool"),
          Entries.own(
              "Farcall, Connect, @NonBlocking", FarcallHttpPeer.class, "connect-event-loop"));

  /** The others: their module under {@code peers}, and their modes. */
  private static final List<Other> OTHERS =
      List.of(
          new Other("Armeria, event loop", "armeria-http", "event-loop"),
          new Other("Armeria, blocking executor", "armeria-http", "blocking"),
          new Other("Micronaut, event loop", "micronaut-http", "event-loop"),
          new Other("Micronaut, blocking executor", "micronaut-http", "blocking"),
          new Other("Spring MVC, RestClient", "spring-http", "rest-client"),
          new Other("Spring MVC, OpenFeign", "spring-http", "feign"),
          new Other("Helidon", "helidon-http", "default"));

  private HttpContenders() {}

  /**
   * All, or those whose name begins as one of a list; the first of them is the base.
   *
   * @param text {@code all}, or as in {@code vert.x;farcall;spring}
   * @param directory {@code target} of this module
   */
  static List<Contender> named(String text, Path directory) {
    List<Contender> all = new ArrayList<>(OURS);
    OTHERS.stream()
        .map(other -> Entries.peer(other.name, other.module, other.mode, directory))
        .filter(Objects::nonNull)
        .forEach(all::add);
    return Entries.named(text, all);
  }

  private record Other(String name, String module, String mode) {}
}
