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

  private static final JsonName ID = JsonName.of("id", 0);
  private static final JsonName LINES = JsonName.of("lines", 1);
  private static final JsonName GIFT = JsonName.of("gift", 2);
  private static final JsonName PREVIOUS = JsonName.of("previous", 3);
  private static final JsonName BY_NAME = JsonName.of("byName", 4);
  private static final JsonName PLACED_AT = JsonName.of("placedAt", 5);
  private static final JsonName TOTAL = JsonName.of("total", 6);
  private static final JsonNames NAMES =
      JsonNames.of(ID, LINES, GIFT, PREVIOUS, BY_NAME, PLACED_AT, TOTAL)
          .alias("by_name", 4)
          .alias("placed_at", 5);

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
  public void write(Order value, JsonWriter out) {
    out.beginObject();
    out.name(ID);
    out.string(WireValues.notNull(value.id(), "Order.id"));
    out.name(LINES);
    out.beginArray();
    for (Line line : value.lines()) {
      out.message(line, LineCodec.INSTANCE);
    }
    out.endArray();
    out.name(GIFT);
    out.message(value.gift(), LineCodec.INSTANCE);
    if (value.previous().isPresent()) {
      out.name(PREVIOUS);
      out.message(value.previous().get(), INSTANCE);
    }
    out.name(BY_NAME);
    out.beginObject();
    for (Map.Entry<String, Line> entry : value.byName().entrySet()) {
      out.name(entry.getKey());
      out.message(entry.getValue(), LineCodec.INSTANCE);
    }
    out.endObject();
    out.name(PLACED_AT);
    out.message(value.placedAt(), TimestampCodec.INSTANCE);
    out.name(TOTAL);
    out.int64(value.total());
    out.endObject();
  }

  @Override
  public Order read(JsonReader in) {
    String id = "";
    List<Line> lines = new ArrayList<>();
    Line gift = null;
    Order previous = null;
    Map<String, Line> byName = new LinkedHashMap<>();
    Instant placedAt = Instant.EPOCH;
    long total = 0;
    in.beginObject();
    if (in.next(ID)) {
      id = in.string();
    }
    for (int field = in.field(NAMES); field != JsonReader.END; field = in.field(NAMES)) {
      switch (field) {
        case 0 -> id = in.string();
        case 1 -> {
          in.beginArray();
          while (in.more()) {
            lines.add(in.message(LineCodec.INSTANCE));
          }
        }
        case 2 -> gift = in.message(LineCodec.INSTANCE);
        case 3 -> previous = in.message(INSTANCE);
        case 4 -> readByName(in, byName);
        case 5 -> placedAt = in.message(TimestampCodec.INSTANCE);
        default -> total = in.int64();
      }
    }
    return new Order(
        id,
        WireValues.unmodifiable(lines),
        WireValues.required(gift, "gift"),
        Optional.ofNullable(previous),
        WireValues.unmodifiable(byName),
        placedAt,
        total);
  }

  private static void readByName(JsonReader in, Map<String, Line> values) {
    in.beginObject();
    for (String key = in.key(); key != null; key = in.key()) {
      if (values.put(key, in.message(LineCodec.INSTANCE)) != null) {
        throw JsonReader.twice();
      }
    }
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
