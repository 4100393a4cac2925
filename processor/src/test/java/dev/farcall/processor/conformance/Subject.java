package dev.farcall.processor.conformance;

import com.google.protobuf.Descriptors.Descriptor;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;

/**
 * A generated codec, and protobuf-java's view of the same message.
 *
 * @param sameForm whether every value has one form, so that what is written again equals what
 *     protobuf-java read; not so where text has several forms for one value, or an unknown number
 *     arrives as another
 */
record Subject<T>(MessageCodec<T> codec, Descriptor descriptor, boolean sameForm) {

  T decode(byte[] bytes) {
    return ProtobufReader.decode(codec, bytes, DecodeLimits.DEFAULT);
  }

  byte[] encode(T value) {
    return ProtobufWriter.encode(codec, value);
  }

  @Override
  public String toString() {
    return codec.fullName();
  }
}
