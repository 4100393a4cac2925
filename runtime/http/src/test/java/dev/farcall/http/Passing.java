package dev.farcall.http;

import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;

/** A declared exception that will pass, in the manner of {@code @Transient}. */
final class Passing extends Exception {

  private static final long serialVersionUID = 1L;

  Passing() {
    super("it will pass");
  }

  /** A message of nothing. */
  static final class Codec extends MessageCodec<Passing> {
    Codec() {
      super("test.Passing");
    }

    @Override
    public void write(Passing error, ProtobufWriter out) {
      Item.CODEC.write(new Item(""), out);
    }

    @Override
    public Passing read(ProtobufReader in) {
      Item unused = Item.CODEC.read(in);
      return new Passing();
    }

    @Override
    public void write(Passing error, JsonWriter out) {
      Item.CODEC.write(new Item(""), out);
    }

    @Override
    public Passing read(JsonReader in) {
      Item unused = Item.CODEC.read(in);
      return new Passing();
    }
  }
}
