package dev.farcall.benchmarks.codec;

import dev.farcall.annotation.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message of a usual size, with one of everything that usual messages have. */
@Message
public record Order(
    String id,
    Instant createdAt,
    Status status,
    Customer customer,
    Address shipping,
    Address billing,
    List<LineItem> items,
    Map<String, String> attributes,
    List<String> tags,
    Optional<String> note,
    double total,
    boolean gift) {

  /** How far it is. */
  @SuppressWarnings("FAR120") // both sides of a benchmark are built at once
  public enum Status {
    PLACED,
    PAID,
    SHIPPED
  }
}
