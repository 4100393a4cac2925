package dev.farcall.benchmarks.grpc;

import dev.farcall.benchmarks.contest.CallLoad;
import dev.farcall.benchmarks.load.Contender;
import dev.farcall.benchmarks.report.Report;
import java.nio.file.Path;
import java.util.List;

/**
 * Unary calls of gRPC over loopback.
 *
 * <pre>GrpcLoad all|name;… rounds millis directory</pre>
 */
public final class GrpcLoad {

  /** By whose versions a reader knows what was compared. */
  private static final List<String> ARTIFACTS =
      List.of(
          "grpc-netty",
          "armeria-grpc",
          "dubbo",
          "helidon-webserver-grpc",
          "micronaut-grpc-server-runtime");

  private GrpcLoad() {}

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[3]);
    Report report = new Report("grpc");
    List<Contender> contenders = Contenders.named(args[0], directory);
    CallLoad.versions(report, contenders, ARTIFACTS);
    CallLoad.run(
        report,
        contenders,
        "92 bytes",
        "order of 819 bytes",
        Integer.parseInt(args[1]),
        Long.parseLong(args[2]),
        directory);
    report.write(directory);
  }
}
