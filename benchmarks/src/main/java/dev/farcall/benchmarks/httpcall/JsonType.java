package dev.farcall.benchmarks.httpcall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.http.Json;
import dev.farcall.benchmarks.shop.Text;
import dev.farcall.benchmarks.shop.User;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One type as Jackson reads and writes it, looked up once. */
final class JsonType<T> {

  static final JsonType<Text> TEXT = new JsonType<>(Text.class);
  static final JsonType<Order> ORDER = new JsonType<>(Order.class);
  static final JsonType<User> USER = new JsonType<>(User.class);

  private final Class<T> type;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  private JsonType(Class<T> type) {
    this.type = type;
    reader = Json.MAPPER.readerFor(type);
    writer = Json.MAPPER.writerFor(type);
  }

  T read(byte[] json) {
    try {
      return type.cast(reader.<Object>readValue(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] write(T value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
