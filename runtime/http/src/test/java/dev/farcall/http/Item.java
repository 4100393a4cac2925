package dev.farcall.http;

import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;

/** A message of one name, in the manner of generated ones. */
record Item(String name) {

  static final MessageCodec<Item> CODEC = new Codec();

  private static final class Codec extends MessageCodec<Item> {
    private static final int NAME = 1 << 3 | 2;
    private static final JsonName JSON_NAME = JsonName.of("name", 0);
    private static final JsonNames NAMES = JsonNames.of(JSON_NAME);

    Codec() {
      super("test.Item");
    }

    @Override
    public void write(Item item, ProtobufWriter out) {
      out.string(NAME, item.name);
    }

    @Override
    public Item read(ProtobufReader in) {
      String name = "";
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        if (tag == NAME) {
          name = in.string();
        } else {
          in.skip(tag);
        }
      }
      return new Item(name);
    }

    @Override
    public void write(Item item, JsonWriter out) {
      out.beginObject();
      out.name(JSON_NAME);
      out.string(item.name);
      out.endObject();
    }

    @Override
    public Item read(JsonReader in) {
      String name = "";
      in.beginObject();
      for (int field = in.field(NAMES); field != JsonReader.END; field = in.field(NAMES)) {
        name = in.string();
      }
      return new Item(name);
    }
  }
}
