package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.EncodeException;
import dev.farcall.wire.MessageCodec;
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

  /** Of the bytes, while there are any. */
  private Format format;

  private Payload(
      @Nullable MessageCodec<?> codec,
      @Nullable Object value,
      byte @Nullable [] bytes,
      Format format,
      @Nullable DecodeLimits limits) {
    this.codec = codec;
    this.value = value;
    this.bytes = bytes;
    this.format = format;
    this.limits = limits;
  }

  /** A value to be encoded. */
  public static <T> Payload of(MessageCodec<T> codec, T value) {
    return new Payload(requireNonNull(codec, "codec"), value, null, Format.PROTOBUF, null);
  }

  /** Protobuf from a peer, to be decoded within the limits; the array is not copied. */
  public static Payload received(byte[] bytes, DecodeLimits limits) {
    return received(bytes, Format.PROTOBUF, limits);
  }

  /** Bytes from a peer, to be decoded within the limits; the array is not copied. */
  public static Payload received(byte[] bytes, Format format, DecodeLimits limits) {
    return new Payload(
        null,
        null,
        requireNonNull(bytes, "bytes"),
        requireNonNull(format, "format"),
        requireNonNull(limits, "limits"));
  }

  /**
   * The message in protobuf; do not change the array.
   *
   * @throws EncodeException if the value holds what its contract cannot say
   */
  public byte[] bytes() {
    return bytes(Format.PROTOBUF);
  }

  /**
   * The message in a format, kept for whoever asks for the same; do not change the array.
   *
   * @throws EncodeException if the value holds what its contract cannot say
   * @throws IllegalStateException if it came in another format and has not been decoded
   */
  @SuppressWarnings(
      "NullAway") // null is a value of some codecs, as of a method that returns nothing
  public byte[] bytes(Format wanted) {
    byte[] encoded = bytes;
    if (encoded != null && format == wanted) {
      return encoded;
    }
    if (codec == null) {
      throw new IllegalStateException("the payload is " + format + " (expected: " + wanted + ")");
    }
    encoded = wanted.encode(writer(), value);
    bytes = encoded;
    format = wanted;
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
      T decoded = format.decode(reader, requireNonNull(bytes), requireNonNull(limits));
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
