package dev.farcall.benchmarks.codec;

import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One order from record to bytes and back, through our codec and through protobuf-java. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

  private final Order order = SampleOrder.ORDER;
  private byte[] bytes = new byte[0];

  /** Encodes once; both must write the same bytes, or they are not doing the same work. */
  @Setup(Level.Trial)
  public void setUp() {
    bytes = encodeGenerated();
    if (!Arrays.equals(bytes, encodeByHand())) {
      throw new IllegalStateException("the two encodings differ");
    }
    if (!decodeGenerated().equals(order) || !decodeByHand().equals(order)) {
      throw new IllegalStateException("an order is not read as it was written");
    }
  }

  /** Record to bytes by the generated codec. */
  @Benchmark
  public byte[] encodeGenerated() {
    return ProtobufWriter.encode(OrderCodec.INSTANCE, order);
  }

  /** Record to message to bytes. */
  @Benchmark
  public byte[] encodeByHand() {
    return HandWrittenMapping.encode(order);
  }

  /** Bytes to record by the generated codec. */
  @Benchmark
  public Order decodeGenerated() {
    return ProtobufReader.decode(OrderCodec.INSTANCE, bytes, DecodeLimits.DEFAULT);
  }

  /** Bytes to message to record. */
  @Benchmark
  public Order decodeByHand() {
    return HandWrittenMapping.decode(bytes);
  }
}
