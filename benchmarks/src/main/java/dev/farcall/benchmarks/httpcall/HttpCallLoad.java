package dev.farcall.benchmarks.httpcall;

import dev.farcall.benchmarks.contest.CallLoad;
import dev.farcall.benchmarks.load.Contender;
import dev.farcall.benchmarks.report.Report;
import java.nio.file.Path;
import java.util.List;

/**
 * Calls of HTTP and JSON over loopback.
 *
 * <pre>HttpCallLoad all|name;… rounds millis directory</pre>
 */
public final class HttpCallLoad {

  /** By whose versions a reader knows what was compared. */
  private static final List<String> ARTIFACTS =
      List.of(
          "vertx-core",
          "armeria",
          "spring-boot",
          "feign-core",
          "micronaut-http-server-netty",
          "helidon-webserver");

  private HttpCallLoad() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[3]);
    Report report = new Report("http-call");
    List<Contender> contenders = HttpContenders.named(args[0], directory);
    CallLoad.versions(report, contenders, ARTIFACTS);
    CallLoad.run(
        report,
        contenders,
        "text of 90 bytes",
        "order of 1290 bytes",
        Integer.parseInt(args[1]),
        Long.parseLong(args[2]),
        directory);
    report.write(directory);
  }
}
