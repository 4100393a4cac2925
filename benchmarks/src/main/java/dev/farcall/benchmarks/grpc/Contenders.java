package dev.farcall.benchmarks.grpc;

import dev.farcall.benchmarks.contest.Entries;
import dev.farcall.benchmarks.contest.PeerModule;
import dev.farcall.benchmarks.load.Contender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the loads of gRPC calls compare. */
public final class Contenders {

  /** The one that the others are compared with. */
  static final Contender TUNED = grpcJava("grpc-java, tuned", "tuned");

  private static final Contender FARCALL = farcall("Farcall", "pool");

  private static final Contender DIRECT = grpcJava("grpc-java, server on the event loop", "direct");

  private static final Contender NON_BLOCKING = farcall("Farcall, @NonBlocking", "event-loop");

  private static final List<Contender> OURS =
      List.of(
          TUNED,
          grpcJava("grpc-java, as documented", "default"),
          DIRECT,
          FARCALL,
          NON_BLOCKING,
          farcall("Farcall, engine of HTTP", "http-pool"),
          farcall("Farcall, engine of HTTP, @NonBlocking", "http-event-loop"));

  /** The others. */
  private static final List<PeerModule> OTHERS =
      List.of(
          new PeerModule("Armeria, event loop", "armeria", "event-loop"),
          new PeerModule("Armeria, blocking executor", "armeria", "blocking"),
          new PeerModule("Dubbo Triple", "dubbo", "default"),
          new PeerModule("Micronaut", "micronaut", "default"),
          new PeerModule("Helidon", "helidon", "default", 21));

  private Contenders() {}

  /** Ours and tuned grpc-java, where a method may block and on the event loop. */
  public static List<Contender> pooledAndNot() {
    return List.of(TUNED, FARCALL, DIRECT, NON_BLOCKING);
  }

  /**
   * All, or those whose name begins as one of a list; the first of them is the base.
   *
   * @param text {@code all}, or as in {@code grpc-java, tuned;farcall;dubbo}
   * @param directory {@code target} of this module
   */
  static List<Contender> named(String text, Path directory) {
    List<Contender> all = new ArrayList<>(OURS);
    OTHERS.stream().flatMap(other -> other.contender(directory)).forEach(all::add);
    return Entries.named(text, all);
  }

  private static Contender farcall(String name, String mode) {
    return Entries.own(
        name,
        FarcallPeer.class,
        mode,
        "-Dfarcall.server.threads=" + GrpcJavaPeer.THREADS); // of no matter to @NonBlocking
  }

  private static Contender grpcJava(String name, String mode) {
    return Entries.own(name, GrpcJavaPeer.class, mode);
  }
}
