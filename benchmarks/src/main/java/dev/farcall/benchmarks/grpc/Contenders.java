package dev.farcall.benchmarks.grpc;

import dev.farcall.benchmarks.load.Contender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the loads of gRPC calls compare. */
public final class Contenders {

  /** On both sides. */
  private static final List<String> JVM = List.of("-Xms256m", "-Xmx256m");

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

  /** The others: their module under {@code peers}, and their modes. */
  private static final List<Other> OTHERS =
      List.of(
          new Other("Armeria, event loop", "armeria", "event-loop"),
          new Other("Armeria, blocking executor", "armeria", "blocking"),
          new Other("Dubbo Triple", "dubbo", "default"),
          new Other("Micronaut", "micronaut", "default"),
          new Other("Helidon", "helidon", "default"));

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
    for (Other other : OTHERS) {
      Path target = directory.resolve("../peers/" + other.module + "/target").normalize();
      if (Files.exists(target.resolve("classpath"))) {
        all.add(other.contender(target));
      } else {
        System.err.println(other.name + " is not built, and left out: " + target);
      }
    }
    if (text.equals("all")) {
      return all;
    }
    List<Contender> some = new ArrayList<>();
    for (String name : text.toLowerCase(Locale.ROOT).split(";", -1)) {
      List<Contender> found =
          all.stream().filter(each -> lower(each.name()).startsWith(name.strip())).toList();
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            name
                + " (expected: the begin of one of "
                + all.stream().map(Contender::name).toList()
                + ")");
      }
      found.stream().filter(each -> !some.contains(each)).forEach(some::add);
    }
    return some;
  }

  /** As in {@code 1.85.1}, by the name of the jar; empty if there is none. */
  static String version(Contender contender, String artifact) {
    Matcher jar =
        Pattern.compile("[/\\\\]" + artifact + "-(\\d[^/\\\\]*)\\.jar")
            .matcher(contender.classPath());
    return jar.find() ? jar.group(1) : "";
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static Contender farcall(String name, String mode) {
    List<String> jvm = new ArrayList<>(JVM);
    jvm.add("-Dfarcall.server.threads=" + GrpcJavaPeer.THREADS); // of no matter to @NonBlocking
    return own(name, FarcallPeer.class, mode, jvm);
  }

  private static Contender grpcJava(String name, String mode) {
    return own(name, GrpcJavaPeer.class, mode, JVM);
  }

  private static Contender own(String name, Class<?> main, String mode, List<String> jvm) {
    return new Contender(
        name, System.getProperty("java.class.path", ""), main.getName(), mode, jvm);
  }

  private record Other(String name, String module, String mode) {

    Contender contender(Path target) {
      String main =
          "dev.farcall.peers."
              + module.substring(0, 1).toUpperCase(Locale.ROOT)
              + module.substring(1)
              + "Peer";
      try {
        String path =
            target.resolve("classes")
                + System.getProperty("path.separator", ":")
                + Files.readString(target.resolve("classpath")).strip();
        return new Contender(name, path, main, mode, JVM);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
