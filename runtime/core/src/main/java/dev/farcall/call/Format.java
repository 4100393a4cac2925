package dev.farcall.call;

import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import org.jspecify.annotations.Nullable;

/**
 * How a message stands in bytes: as protobuf, as JSON, or as a route of HTTP spreads it over path,
 * query and body. One that keeps something of a call (what the path held) belongs to that call
 * alone.
 */
public interface Format {

  /** Protobuf's binary form. */
  Format PROTOBUF =
      new Format() {
        @Override
        public <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value) {
          return ProtobufWriter.encode(codec, value);
        }

        @Override
        public <T extends @Nullable Object> T decode(
            MessageCodec<T> codec, byte[] bytes, DecodeLimits limits) {
          return ProtobufReader.decode(codec, bytes, limits);
        }

        @Override
        public String toString() {
          return "protobuf";
        }
      };

  /**
   * The bytes of a value.
   *
   * @throws dev.farcall.wire.EncodeException if the value holds what its contract cannot say
   */
  <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value);

  /**
   * The value of bytes that a peer sent.
   *
   * @throws dev.farcall.wire.DecodeException if they are no such message
   */
  <T extends @Nullable Object> T decode(MessageCodec<T> codec, byte[] bytes, DecodeLimits limits);
}
