package dev.farcall.protocol;

import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The message that ends a stream of Connect: {@code {"error":{…},"metadata":{"name":["value"]}}}.
 */
public final class ConnectEnd {

  private ConnectEnd() {}

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
