package dev.farcall.spi;

import dev.farcall.wire.BinaryCodec;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;

/** The message of a request that is no call: nothing. */
record NoMessage() {

  static final MessageCodec<NoMessage> CODEC = new Codec();

  private static final class Codec extends BinaryCodec<NoMessage> {
    Codec() {
      super("farcall.NoMessage");
    }

    @Override
    public void write(NoMessage value, ProtobufWriter out) {}

    @Override
    public NoMessage read(ProtobufReader in) {
      for (int tag = in.tag(); tag != 0; tag = in.tag()) {
        in.skip(tag);
      }
      return new NoMessage();
    }
  }
}
