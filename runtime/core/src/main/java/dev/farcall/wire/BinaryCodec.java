package dev.farcall.wire;

import org.jspecify.annotations.Nullable;

/**
 * Writes and reads one message type that never stands in JSON: a descriptor, or a detail of an
 * error, which crosses every wire as bytes.
 *
 * @param <T> the Java type
 */
public abstract class BinaryCodec<T extends @Nullable Object> extends MessageCodec<T> {

  /** A codec for the message of the given full proto name. */
  protected BinaryCodec(String fullName) {
    super(fullName);
  }

  @Override
  public final void write(T value, JsonWriter out) {
    throw noJson();
  }

  @Override
  public final T read(JsonReader in) {
    throw noJson();
  }

  private UnsupportedOperationException noJson() {
    return new UnsupportedOperationException(fullName() + " has no JSON form");
  }
}
