package dev.farcall.benchmarks.codec;

import dev.farcall.benchmarks.jmh.Comparison;
import dev.farcall.benchmarks.report.Report;
import java.nio.file.Path;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs {@link CodecBenchmark} and {@link PeerCodecBenchmark} for about six minutes and reports times
 * and ratios.
 */
public final class CodecComparison {

  private CodecComparison() {}

  /** Takes the number of forks; 3 if it is not given. */
  public static void main(String[] args) throws RunnerException {
    Report report = new Report("codec");
    int forks = args.length == 0 ? 3 : Integer.parseInt(args[0]);
    Comparison ours = Comparison.of(CodecBenchmark.class, forks);
    Comparison peers = Comparison.of(PeerCodecBenchmark.class, forks);
    CodecTable.add(
        report,
        CodecTable.row("protobuf-java and mapping", ours, "ByHand"),
        CodecTable.row("generated codec", ours, "Generated"),
        CodecTable.row("Wire and mapping", peers, "Wire"),
        CodecTable.row("protobuf-java alone", peers, "Message"));
    report.write(Path.of("target"));
  }
}
