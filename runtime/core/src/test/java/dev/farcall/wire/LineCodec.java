package dev.farcall.wire;

import dev.farcall.wire.Order.Line;
import org.jspecify.annotations.Nullable;

/** In the shape of a generated codec; the name of the article is required here. */
final class LineCodec extends MessageCodec<Line> {
  static final LineCodec INSTANCE = new LineCodec();

  private static final JsonName SKU = JsonName.of("sku", 0);
  private static final JsonName QUANTITY = JsonName.of("quantity", 1);
  private static final JsonNames NAMES = JsonNames.of(SKU, QUANTITY).alias("qty", 1);

  private LineCodec() {
    super("shop.v1.Order.Line");
  }

  @Override
  public void write(Line value, ProtobufWriter out) {
    out.string(10, WireValues.notNull(value.sku(), "Order.Line.sku"));
    int quantity = value.quantity();
    if (quantity != 0) {
      out.int32(16, quantity);
    }
  }

  @Override
  public Line read(ProtobufReader in) {
    String sku = null;
    int quantity = 0;
    if (in.next(10)) {
      sku = in.string();
    }
    if (in.next(16)) {
      quantity = in.int32();
    }
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (tag) {
        case 10 -> sku = in.string();
        case 16 -> quantity = in.int32();
        default -> in.skip(tag);
      }
    }
    return new Line(WireValues.required(sku, "sku"), quantity);
  }

  @Override
  public void write(Line value, JsonWriter out) {
    out.beginObject();
    out.name(SKU);
    out.string(WireValues.notNull(value.sku(), "Order.Line.sku"));
    int quantity = value.quantity();
    if (out.defaults() || quantity != 0) {
      out.name(QUANTITY);
      out.int32(quantity);
    }
    out.endObject();
  }

  @Override
  public Line read(JsonReader in) {
    String sku = null;
    int quantity = 0;
    in.beginObject();
    if (in.next(SKU)) {
      sku = in.string();
    }
    if (in.next(QUANTITY)) {
      quantity = in.int32();
    }
    for (int field = in.field(NAMES); field != JsonReader.END; field = in.field(NAMES)) {
      switch (field) {
        case 0 -> sku = in.string();
        default -> quantity = in.int32();
      }
    }
    return new Line(WireValues.required(sku, "sku"), quantity);
  }

  @Override
  public @Nullable FieldName field(int number) {
    return switch (number) {
      case 1 -> FieldName.of("sku");
      case 2 -> FieldName.of("quantity");
      default -> null;
    };
  }
}
