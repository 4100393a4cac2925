package acme.orders.v1;

import dev.farcall.annotation.UnknownValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a customer wants.
 *
 * @param note from the customer
 */
public record Order(
    UUID id,
    List<Line> lines,
    Status status,
    Payment payment,
    Instant placedAt,
    Optional<String> note,
    Map<String, BigDecimal> totals) {

  /** One article. */
  public record Line(String sku, int quantity) {}

  /** How far it is. */
  public enum Status {
    OPEN,
    CLOSED,
    @UnknownValue
    OTHER
  }
}
