package dev.farcall.benchmarks.codec;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order that is measured: 36 strings, all ASCII, 819 bytes. */
public final class SampleOrder {

  public static final Order ORDER =
      new Order(
          "3f0c9d5e-58a1-4c7b-9a52-0d6c1be47118",
          Instant.ofEpochSecond(1_795_462_873L, 250_000_000),
          Order.Status.PAID,
          new Customer(
              "9b6f1c3a-7d20-4e0e-8f5c-2a4de1088310",
              "Margaret Hamilton",
              "margaret@example.com",
              "+1 617 555 0142 x171"),
          new Address("77 Massachusetts Avenue, Building 35", "Cambridge", "02139", "US"),
          new Address("555 Technology Square, Suite 300", "Cambridge", "02139", "US"),
          List.of(
              new LineItem("SKU-100231-A", 2, 1_299, "Rope memory module, 32 words, woven"),
              new LineItem("SKU-100872-A", 1, 24_900, "Display and keyboard unit, refurbished, A"),
              new LineItem("SKU-200114-A", 12, 349, "Wire wrap pins, gold plated, 100 pieces each"),
              new LineItem("SKU-310006-A", 4, 7_950, "Core plane tester with manual"),
              new LineItem("SKU-990501-A", 1, 129_900, "Guidance computer, model 2, tested")),
          attributes(),
          List.of("priority", "insured", "export-controls", "returning-customer"),
          Optional.of(
              "Please ring twice; the lab is at the end of the corridor, behind the second door."),
          1_894.38,
          true);

  private SampleOrder() {}

  private static Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("channel", "web");
    attributes.put("campaign", "autumn-2026");
    attributes.put("warehouse", "bos-2");
    attributes.put("carrier", "overnight-express-x");
    return attributes;
  }
}
