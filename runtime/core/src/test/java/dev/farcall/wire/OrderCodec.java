package dev.farcall.wire;

import dev.farcall.wire.Order.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In the shape of a generated codec. */
final class OrderCodec extends MessageCodec<Order> {
  static final OrderCodec INSTANCE = new OrderCodec();

  private OrderCodec() {
    super("shop.v1.Order");
  }

  @Override
  public void write(Order value, ProtobufWriter out) {
    String id = WireValues.notNull(value.id(), "Order.id");
    if (!id.isEmpty()) {
      out.string(10, id);
    }
    int index = 0;
    for (Line line : WireValues.notNull(value.lines(), "Order.lines")) {
      out.message(18, WireValues.notNull(line, "Order.lines", index++), LineCodec.INSTANCE);
    }
    out.message(26, WireValues.notNull(value.gift(), "Order.gift"), LineCodec.INSTANCE);
    Optional<Order> previous = WireValues.notNull(value.previous(), "Order.previous");
    if (previous.isPresent()) {
      out.message(34, previous.get(), INSTANCE);
    }
    for (Map.Entry<String, Line> entry : value.byName().entrySet()) {
      int start = out.enter(42);
      out.string(10, WireValues.notNull(entry.getKey(), "a key of Order.byName"));
      out.message(
          18, WireValues.notNull(entry.getValue(), "a value of Order.byName"), LineCodec.INSTANCE);
      out.leave(start);
    }
    out.message(
        50, WireValues.notNull(value.placedAt(), "Order.placedAt"), TimestampCodec.INSTANCE);
    long total = value.total();
    if (total != 0) {
      out.int64(56, total);
    }
  }

  @Override
  public Order read(ProtobufReader in) {
    String id = "";
    List<Line> lines = new ArrayList<>();
    long gift = 0;
    long previous = 0;
    Map<String, Line> byName = new LinkedHashMap<>();
    long placedAt = 0;
    long total = 0;
    if (in.next(10)) {
      id = in.string();
    }
    while (in.next(18)) {
      lines.add(in.element(LineCodec.INSTANCE));
    }
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> id = in.string();
        case 18 -> lines.add(in.element(LineCodec.INSTANCE));
        case 26 -> gift = in.slice(gift);
        case 34 -> previous = in.slice(previous);
        case 42 -> putByName(in, byName);
        case 50 -> placedAt = in.slice(placedAt);
        case 56 -> total = in.int64();
        default -> in.skip(tag);
      }
    }
    return new Order(
        id,
        WireValues.unmodifiable(lines),
        in.message(WireValues.required(gift, "gift"), LineCodec.INSTANCE),
        previous == 0 ? Optional.empty() : Optional.of(in.message(previous, INSTANCE)),
        WireValues.unmodifiable(byName),
        placedAt == 0 ? Instant.EPOCH : in.message(placedAt, TimestampCodec.INSTANCE),
        total);
  }

  private static void putByName(ProtobufReader in, Map<String, Line> values) {
    int outer = in.enter();
    String key = "";
    long value = 0;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> key = in.string();
        case 18 -> value = in.slice(value);
        default -> in.skip(tag);
      }
    }
    values.put(
        key, value == 0 ? in.empty(LineCodec.INSTANCE) : in.message(value, LineCodec.INSTANCE));
    in.leave(outer);
  }

  @Override
  public @Nullable FieldName field(int number) {
    return switch (number) {
      case 1 -> FieldName.of("id");
      case 2 -> FieldName.repeated("lines", LineCodec.INSTANCE);
      case 3 -> FieldName.of("gift", LineCodec.INSTANCE);
      case 4 -> FieldName.of("previous", INSTANCE);
      case 5 -> FieldName.map("byName", LineCodec.INSTANCE);
      case 6 -> FieldName.of("placedAt");
      case 7 -> FieldName.of("total");
      default -> null;
    };
  }
}
