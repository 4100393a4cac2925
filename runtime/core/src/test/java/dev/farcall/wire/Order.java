package dev.farcall.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record as users write it, for the codecs below. */
record Order(
    String id,
    List<Line> lines,
    Line gift,
    Optional<Order> previous,
    Map<String, Line> byName,
    Instant placedAt,
    long total) {

  Order {
    if (total < 0) {
      throw new IllegalArgumentException("total is " + total + " (expected: >= 0)");
    }
    if (total == 666) {
      throw new IllegalStateException("an internal matter");
    }
  }

  record Line(String sku, int quantity) {}
}
