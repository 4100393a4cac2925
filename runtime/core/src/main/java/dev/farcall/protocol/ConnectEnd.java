package dev.farcall.protocol;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.DecodeLimits;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The message that ends a stream of Connect: {@code {"error":{…},"metadata":{"name":["value"]}}}.
 *
 * @param error null if the stream ended well
 * @param metadata what others call trailers
 */
public record ConnectEnd(@Nullable ConnectError error, Metadata metadata) {

  private static final int ERROR = 0;
  private static final int METADATA = 1;
  private static final JsonNames NAMES =
      JsonNames.of(JsonName.of("error", ERROR), JsonName.of("metadata", METADATA));

  /**
   * The JSON object.
   *
   * @param failure null if the stream ended well
   */
  public static String json(@Nullable Failure failure) {
    if (failure == null) {
      return "{}";
    }
    StringBuilder json = new StringBuilder(160);
    json.append("{\"error\":").append(ConnectError.json(failure));
    if (!failure.trailers().isEmpty()) {
      json.append(",\"metadata\":{");
      write(failure.trailers(), json);
      json.append('}');
    }
    return json.append('}').toString();
  }

  /** Reads the message; null if the bytes are none. Members that are not known are passed over. */
  public static @Nullable ConnectEnd read(byte[] json) {
    try {
      return JsonReader.decode(json, JsonProfile.PROTO, DecodeLimits.DEFAULT, ConnectEnd::read);
    } catch (DecodeException malformed) {
      return null;
    }
  }

  private static ConnectEnd read(JsonReader in) {
    ConnectError error = null;
    Metadata metadata = Metadata.EMPTY;
    in.beginObject();
    for (int field = in.field(NAMES); field != JsonReader.END; field = in.field(NAMES)) {
      if (field == ERROR) {
        error = ConnectError.read(in);
      } else {
        metadata = readMetadata(in);
      }
    }
    return new ConnectEnd(error, metadata);
  }

  private static Metadata readMetadata(JsonReader in) {
    List<String> pairs = new ArrayList<>();
    in.beginObject();
    for (String name = in.key(); name != null; name = in.key()) {
      in.beginArray();
      while (in.more()) {
        pairs.add(name);
        pairs.add(in.string());
      }
    }
    return Metadata.received(pairs.toArray(new String[0]), pairs.size());
  }

  private static void write(Metadata trailers, StringBuilder json) {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    trailers.forEach((name, value) -> byName.computeIfAbsent(name, trailers::all));
    String comma = "";
    for (Map.Entry<String, List<String>> entry : byName.entrySet()) {
      json.append(comma);
      JsonText.quote(entry.getKey(), json);
      String separator = ":[";
      for (String value : entry.getValue()) {
        json.append(separator);
        JsonText.quote(value, json);
        separator = ",";
      }
      json.append(']');
      comma = ",";
    }
  }
}
