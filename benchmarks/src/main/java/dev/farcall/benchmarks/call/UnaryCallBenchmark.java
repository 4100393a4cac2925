package dev.farcall.benchmarks.call;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** A blocking call over loopback, by one caller and by sixteen. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
@SuppressWarnings("NullAway.Init") // by JMH, and by start
public class UnaryCallBenchmark {

  private static final String MESSAGE = "x".repeat(90);

  /** Whose stub calls. */
  @Param Stubs stub;

  /** Whose server answers, and where. */
  @Param Peers server;

  private Peers.Running running;
  private Stubs.Connected connected;

  /** Starts the server and connects to it. */
  @Setup
  public void start() {
    running = server.start();
    connected = stub.connect(running.port());
  }

  /** Ends both. */
  @TearDown
  public void stop() {
    connected.close();
    running.close();
  }

  /** One call at a time. */
  @Benchmark
  @Threads(1)
  public String one() {
    return connected.call().echo(MESSAGE);
  }

  /** Sixteen at a time. */
  @Benchmark
  @Threads(16)
  public String sixteen() {
    return connected.call().echo(MESSAGE);
  }
}
