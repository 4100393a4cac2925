package dev.farcall.benchmarks.codec;

import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same order through avaje-jsonb, whose adapters are generated as our codecs are. */
@Json.Import({Order.class, Customer.class, Address.class, LineItem.class})
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AvajeBenchmark {

  private final JsonType<Order> type = Jsonb.builder().build().type(Order.class);
  private final Order order = SampleOrder.ORDER;
  private byte[] json = new byte[0];

  /** Encodes once; what is written must be read as the same order. */
  @Setup(Level.Trial)
  public void setUp() {
    json = encodeAvaje();
    if (!decodeAvaje().equals(order)) {
      throw new IllegalStateException("an order is not read as it was written");
    }
  }

  /** Record to JSON. */
  @Benchmark
  public byte[] encodeAvaje() {
    return type.toJsonBytes(order);
  }

  /** JSON to record. */
  @Benchmark
  public Order decodeAvaje() {
    return type.fromJson(json);
  }
}
