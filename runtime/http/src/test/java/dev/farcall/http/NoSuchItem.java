package dev.farcall.http;

import dev.farcall.annotation.Code;
import dev.farcall.call.DeclaredError;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;

/** A declared exception, in the manner of {@code @RemoteError}. */
final class NoSuchItem extends Exception {

  static final DeclaredError<NoSuchItem> ERROR =
      new DeclaredError<>(NoSuchItem.class, Code.NOT_FOUND, "NO_SUCH_ITEM", new Codec());

  private static final long serialVersionUID = 1L;

  private final String name;

  NoSuchItem(String name) {
    super("no item " + name);
    this.name = name;
  }

  String name() {
    return name;
  }

  private static final class Codec extends MessageCodec<NoSuchItem> {
    Codec() {
      super("test.NoSuchItem");
    }

    @Override
    public void write(NoSuchItem error, ProtobufWriter out) {
      Item.CODEC.write(new Item(error.name), out);
    }

    @Override
    public NoSuchItem read(ProtobufReader in) {
      return new NoSuchItem(Item.CODEC.read(in).name());
    }

    @Override
    public void write(NoSuchItem error, JsonWriter out) {
      Item.CODEC.write(new Item(error.name), out);
    }

    @Override
    public NoSuchItem read(JsonReader in) {
      return new NoSuchItem(Item.CODEC.read(in).name());
    }
  }
}
