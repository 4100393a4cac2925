package dev.farcall.benchmarks.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import java.io.IOException;
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

/** One order from record to JSON and back, through our codec and through Jackson's databind. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBenchmark {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final ObjectWriter jacksonWriter = MAPPER.writerFor(Order.class);
  private final ObjectReader jacksonReader = MAPPER.readerFor(Order.class);

  private final Order order = SampleOrder.ORDER;
  private byte[] json = new byte[0];

  /** Encodes once; both must write the same bytes, or they are not doing the same work. */
  @Setup(Level.Trial)
  public void setUp() throws IOException {
    json = encodeGenerated();
    if (!Arrays.equals(json, encodeJackson())) {
      throw new IllegalStateException("the two encodings differ");
    }
    if (!decodeGenerated().equals(order) || !decodeJackson().equals(order)) {
      throw new IllegalStateException("an order is not read as it was written");
    }
  }

  /** Record to JSON by the generated codec. */
  @Benchmark
  public byte[] encodeGenerated() {
    return JsonWriter.encode(OrderCodec.INSTANCE, order, JsonProfile.REST);
  }

  /** Record to JSON by Jackson. */
  @Benchmark
  public byte[] encodeJackson() throws JsonProcessingException {
    return jacksonWriter.writeValueAsBytes(order);
  }

  /** JSON to record by the generated codec. */
  @Benchmark
  public Order decodeGenerated() {
    return JsonReader.decode(OrderCodec.INSTANCE, json, JsonProfile.REST, DecodeLimits.DEFAULT);
  }

  /** JSON to record by Jackson. */
  @Benchmark
  public Order decodeJackson() throws IOException {
    return jacksonReader.readValue(json);
  }
}
