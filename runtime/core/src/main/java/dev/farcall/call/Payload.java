package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.MessageCodec;
import dev.farcall.wire.ProtobufReader;
import dev.farcall.wire.ProtobufWriter;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way: a value that is encoded late and once, or bytes that are decoded late and
 * once. Transports ask for {@link #bytes()} in their own handler, never in a callback of a foreign
 * library, so that a failure keeps its status.
 *
 * <p>A payload is handed from one thread to the next with a happens-before edge (a publisher, a
 * completed stage); it is not made for two threads at a time.
 */
public final class Payload {

  private final @Nullable DecodeLimits limits;
  private @Nullable MessageCodec<?> codec;
  private @Nullable Object value;
  private byte @Nullable [] bytes;

  private Payload(
      @Nullable MessageCodec<?> codec,
      @Nullable Object value,
      byte @Nullable [] bytes,
      @Nullable DecodeLimits limits) {
    this.codec = codec;
    this.value = value;
    this.bytes = bytes;
    this.limits = limits;
  }

  /** A value to be encoded. */
  public static <T> Payload of(MessageCodec<T> codec, T value) {
    return new Payload(requireNonNull(codec, "codec"), value, null, null);
  }

  /** Bytes from a peer, to be decoded within the limits; the array is not copied. */
  public static Payload received(byte[] bytes, DecodeLimits limits) {
    return new Payload(
        null, null, requireNonNull(bytes, "bytes"), requireNonNull(limits, "limits"));
  }

  /**
   * The encoded message; do not change the array.
   *
   * @throws EncodeException if the value holds what its contract cannot say
   */
  @SuppressWarnings(
      "NullAway") // null is a value of some codecs, as of a method that returns nothing
  public byte[] bytes() {
    byte[] encoded = bytes;
    if (encoded == null) {
      encoded = ProtobufWriter.encode(writer(), value);
      bytes = encoded;
    }
    return encoded;
  }

  /**
   * Does what {@link #bytes()} does but for keeping the bytes: for a value that is handed over as
   * it is, so that what the contract cannot say is refused there as it is on a wire.
   *
   * @throws EncodeException if the value holds what its contract cannot say
   */
  @SuppressWarnings("NullAway") // as in bytes()
  public void check() {
    if (bytes == null) {
      ProtobufWriter.check(writer(), value);
    }
  }

  /**
   * The value, decoded at the first call if it came as bytes.
   *
   * @throws DecodeException if the bytes are not a message of the codec
   */
  @SuppressWarnings("NullAway") // as in bytes()
  public <T> T value(MessageCodec<T> reader) {
    if (codec == null) {
      T decoded = ProtobufReader.decode(reader, requireNonNull(bytes), requireNonNull(limits));
      codec = reader;
      value = decoded;
      return decoded;
    }
    if (codec != reader && !codec.fullName().equals(reader.fullName())) {
      throw new IllegalArgumentException(
          "payload is a " + codec.fullName() + " (expected: " + reader.fullName() + ")");
    }
    @SuppressWarnings("unchecked") // one full name is one message, and one Java type in this JVM
    T same = (T) value;
    return same;
  }

  @SuppressWarnings("unchecked") // `of` ties the value's type to the codec's
  private MessageCodec<@Nullable Object> writer() {
    return (MessageCodec<@Nullable Object>) requireNonNull(codec);
  }

  @Override
  public String toString() {
    return codec == null
        ? "Payload[" + requireNonNull(bytes).length + " bytes]"
        : "Payload[" + codec + "]";
  }
}
