package dev.farcall.wire;

import org.jspecify.annotations.Nullable;

/**
 * Writes and reads one message type. A codec is generated for each, once, in the module that owns
 * the type; it holds no state, so that one instance serves all threads.
 *
 * @param <T> the Java type; a response that wraps its result ({@code message GetResponse { optional
 *     User result = 1; }}) is read and written as the result itself, here {@code Optional<User>}
 */
public abstract class MessageCodec<T extends @Nullable Object> {

  private final String fullName;

  /** A codec for the message of the given full proto name, as in {@code shop.users.v1.User}. */
  protected MessageCodec(String fullName) {
    this.fullName = fullName;
  }

  /** The full proto name, without a leading dot. */
  public final String fullName() {
    return fullName;
  }

  /**
   * Writes the fields of a value, without a length before them.
   *
   * @throws EncodeException if the value holds what the contract cannot say: a null, a number out
   *     of range, text that is not Unicode
   */
  public abstract void write(T value, ProtobufWriter out);

  /**
   * Reads fields until the end of the message the reader stands in. Use {@link
   * ProtobufReader#decode} for a whole message: it turns what a constructor throws into a {@link
   * DecodeException} that names the field.
   *
   * @throws DecodeException if the bytes are not such a message
   */
  public abstract T read(ProtobufReader in);

  /**
   * Writes a value as one JSON value.
   *
   * @throws EncodeException if the value holds what the contract cannot say
   */
  public abstract void write(T value, JsonWriter out);

  /**
   * Reads one JSON value. Use {@link JsonReader#decode} for a whole text: it turns what a
   * constructor throws into a {@link DecodeException} that names the place.
   *
   * @throws DecodeException if the text is not such a message
   */
  public abstract T read(JsonReader in);

  /**
   * What errors call the field of a number, or null if there is none. Never asked on a good path.
   */
  public @Nullable FieldName field(int number) {
    return null;
  }

  @Override
  public final String toString() {
    return fullName;
  }
}
