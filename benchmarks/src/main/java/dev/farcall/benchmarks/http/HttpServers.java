package dev.farcall.benchmarks.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The servers that are compared, the base of the ratios first. Those of {@code src/peers} are named
 * only, since the class path has them in the profile {@code http-benchmark} alone.
 */
enum HttpServers {
  VERTX("Vert.x + Jackson, event loop", "VertxServer", "direct"),
  VERTX_NATIVE("Vert.x + Jackson, event loop, epoll", "VertxServer", "native"),
  FARCALL("Farcall, `@NonBlocking`", "FarcallServer", "direct"),
  ARMERIA("Armeria, event loop", "ArmeriaServer", "direct"),
  MICRONAUT("Micronaut, event loop", "MicronautServer", "direct"),
  VERTX_BLOCKING("Vert.x + Jackson, `executeBlocking`", "VertxServer", "blocking"),
  FARCALL_BLOCKING("Farcall, may block", "FarcallServer", "blocking"),
  ARMERIA_BLOCKING("Armeria, `@Blocking`", "ArmeriaServer", "blocking"),
  MICRONAUT_BLOCKING("Micronaut, `@ExecuteOn(BLOCKING)`", "MicronautServer", "blocking"),
  SPRING("Spring Boot MVC on Tomcat", "SpringServer", "blocking");

  private final String title;
  private final String main;
  private final String mode;

  HttpServers(String title, String main, String mode) {
    this.title = title;
    this.main = HttpServers.class.getPackageName() + "." + main;
    this.mode = mode;
  }

  /**
   * Those that the user named.
   *
   * @param names separated by commas, as in {@code vertx,farcall_blocking}; or {@code all}
   */
  static List<HttpServers> named(String names) {
    if (names.equals("all")) {
      return List.of(values());
    }
    return Arrays.stream(names.split(","))
        .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
        .toList();
  }

  String title() {
    return title;
  }

  String main() {
    return main;
  }

  /** What its main takes: {@code direct}, {@code native} (direct, too) or {@code blocking}. */
  String mode() {
    return mode;
  }
}
