package dev.farcall.route;

import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A value that is no message as JSON of its own, {@code [1,2]} and not {@code {"result":[1,2]}},
 * though only the codec of the message around it can write and read it. What stands around the
 * value is known: writers put no space, and the message has one member.
 */
public final class Bare {

  private static final int EMPTY_OBJECT = 2;

  private Bare() {}

  /**
   * Writes the value.
   *
   * @return false if it is absent, and nothing was written
   */
  public static <T extends @Nullable Object> boolean write(
      MessageCodec<T> codec, T value, JsonWriter out) {
    byte[] bare = bytes(codec, value, out.profile());
    if (bare == null) {
      return false;
    }
    out.raw(bare);
    return true;
  }

  /**
   * Reads the value.
   *
   * @param member what the codec calls it
   */
  public static <T extends @Nullable Object> T read(
      MessageCodec<T> codec, String member, JsonReader in) {
    return read(codec, member, in.raw(), in.profile(), in.limits());
  }

  static <T extends @Nullable Object> T read(
      MessageCodec<T> codec, String member, byte[] bare, JsonProfile profile, DecodeLimits limits) {
    byte[] head = ("{\"" + member + "\":").getBytes(StandardCharsets.UTF_8);
    byte[] object = Arrays.copyOf(head, head.length + bare.length + 1);
    System.arraycopy(bare, 0, object, head.length, bare.length);
    object[object.length - 1] = '}';
    DecodeLimits around =
        new DecodeLimits(
            (int) Math.min(Integer.MAX_VALUE, (long) limits.maxBytes() + head.length + 1),
            limits.maxDepth(),
            limits.maxElements());
    return JsonReader.decode(codec, object, profile, around);
  }

  static <T extends @Nullable Object> byte @Nullable [] bytes(
      MessageCodec<T> codec, T value, JsonProfile profile) {
    byte[] object = JsonWriter.encode(codec, value, profile);
    if (object.length == EMPTY_OBJECT) {
      return null;
    }
    int colon = 0;
    while (object[colon] != ':') {
      colon++;
    }
    return Arrays.copyOfRange(object, colon + 1, object.length - 1);
  }
}
