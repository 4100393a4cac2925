package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import dev.farcall.wire.JsonWriter;
import dev.farcall.wire.MessageCodec;
import org.jspecify.annotations.Nullable;

/** Messages as JSON. */
public final class JsonFormat implements Format {

  /** ProtoJSON, as Connect speaks it. */
  public static final JsonFormat PROTO = new JsonFormat(JsonProfile.PROTO);

  private final JsonProfile profile;

  private JsonFormat(JsonProfile profile) {
    this.profile = requireNonNull(profile, "profile");
  }

  /** JSON as a profile says. Keep it: a payload's bytes are kept for one and the same format. */
  public static JsonFormat of(JsonProfile profile) {
    return profile.equals(JsonProfile.PROTO) ? PROTO : new JsonFormat(profile);
  }

  @Override
  public <T extends @Nullable Object> byte[] encode(MessageCodec<T> codec, T value) {
    return JsonWriter.encode(codec, value, profile);
  }

  @Override
  public <T extends @Nullable Object> T decode(
      MessageCodec<T> codec, byte[] bytes, DecodeLimits limits) {
    return JsonReader.decode(codec, bytes, profile, limits);
  }

  @Override
  public String toString() {
    return profile.toString();
  }
}
