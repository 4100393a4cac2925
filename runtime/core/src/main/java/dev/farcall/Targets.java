package dev.farcall;

import dev.farcall.discovery.Discoveries;
import dev.farcall.spi.TargetUri;
import dev.farcall.time.Time;

/** Reads targets. */
final class Targets {

  static final String EXAMPLE = "static:///127.0.0.1:9090";
  private static final String LOCAL = "local";

  private Targets() {}

  /**
   * Reads a target, and makes sure that somebody understands it.
   *
   * @throws IllegalArgumentException that says what was found and shows an example
   */
  static TargetUri parse(String text) {
    TargetUri target = TargetUri.parse(text);
    if (isLocal(target)) {
      String name = target.path();
      if (name.contains("/") || name.isBlank() != name.isEmpty()) {
        throw target.bad("the name of a local server is a word, or nothing", "local:name");
      }
    } else {
      new Discoveries(Time.system(), Background.THREADS).open(target).close();
    }
    return target;
  }

  /** Whether it is a server of this JVM, whose name is the path. */
  static boolean isLocal(TargetUri target) {
    return target.scheme().equals(LOCAL);
  }
}
