package dev.farcall.benchmarks.httpcall;

import dev.farcall.benchmarks.contest.Entries;
import dev.farcall.benchmarks.contest.PeerModule;
import dev.farcall.benchmarks.load.Contender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the load of HTTP calls compares. */
final class HttpContenders {

  /** The first is the one that the others are compared with. */
  private static final List<Contender> OURS =
      List.of(
          Entries.own("Vert.x + Jackson, client on one loop", VertxPeer.class, "one-loop"),
          Entries.own("Vert.x + Jackson, client without a context", VertxPeer.class, "default"),
          Entries.own("Vert.x + Jackson, executeBlocking", VertxPeer.class, "workers"),
          Entries.own("Farcall, @NonBlocking", FarcallHttpPeer.class, "rest-event-loop"),
          Entries.own("Farcall", FarcallHttpPeer.class, "rest-pool"),
          Entries.own(
              "Farcall, Connect, @NonBlocking", FarcallHttpPeer.class, "connect-event-loop"));

  /** The others. */
  private static final List<PeerModule> OTHERS =
      List.of(
          new PeerModule("Armeria, event loop", "armeria-http", "event-loop"),
          new PeerModule("Armeria, blocking executor", "armeria-http", "blocking"),
          new PeerModule("Micronaut, event loop", "micronaut-http", "event-loop"),
          new PeerModule("Micronaut, blocking executor", "micronaut-http", "blocking"),
          new PeerModule("Spring MVC, RestClient", "spring-http", "rest-client"),
          new PeerModule("Spring MVC, OpenFeign", "spring-http", "feign"),
          new PeerModule("Helidon", "helidon-http", "default", 21));

  private HttpContenders() {}

  /**
   * All, or those whose name begins as one of a list; the first of them is the base.
   *
   * @param text {@code all}, or as in {@code vert.x;farcall;spring}
   * @param directory {@code target} of this module
   */
  static List<Contender> named(String text, Path directory) {
    List<Contender> all = new ArrayList<>(OURS);
    OTHERS.stream().flatMap(other -> other.contender(directory)).forEach(all::add);
    return Entries.named(text, all);
  }
}
