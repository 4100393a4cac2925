package dev.farcall.benchmarks.codec;

import com.google.protobuf.InvalidProtocolBufferException;
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

/** The same order through Wire, and through protobuf-java for who is content with its messages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PeerCodecBenchmark {

  private final Order order = SampleOrder.ORDER;
  private final byte[] bytes = HandWrittenMapping.encode(order);
  private final dev.farcall.proto.benchmarks.v1.Order message = HandWrittenMapping.toMessage(order);

  /** Encodes once; Wire must write what protobuf-java does. */
  @Setup(Level.Trial)
  public void setUp() {
    if (!Arrays.equals(bytes, encodeWire())) {
      throw new IllegalStateException("the two encodings differ");
    }
    if (!decodeWire().equals(order)) {
      throw new IllegalStateException("an order is not read as it was written");
    }
  }

  /** Record to message to bytes. */
  @Benchmark
  public byte[] encodeWire() {
    return WireMapping.encode(order);
  }

  /** Bytes to message to record. */
  @Benchmark
  public Order decodeWire() {
    return WireMapping.decode(bytes);
  }

  /** Message to bytes; it remembers its size from the time before. */
  @Benchmark
  public byte[] encodeMessage() {
    return message.toByteArray();
  }

  /** Bytes to message, whose strings are not decoded yet. */
  @Benchmark
  public dev.farcall.proto.benchmarks.v1.Order decodeMessage()
      throws InvalidProtocolBufferException {
    return dev.farcall.proto.benchmarks.v1.Order.parseFrom(bytes);
  }
}
