package dev.farcall.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Sends a part of the calls to those endpoints that have something in their metadata; all other
 * calls go to the endpoints that no split has.
 *
 * @param percent of the calls, above 0 and below 100; 0 if it is by what the calls say
 * @param header a call goes there if its metadata says {@code headerValue} under this name; empty
 *     if it is by percent
 * @param key of the metadata of the endpoints, as {@code version}; {@code zone} is theirs as well
 * @param value what the metadata says under it
 */
public record TrafficSplit(
    double percent, String header, String headerValue, String key, String value) {

  /** How it is spelled. */
  public static final String FORM =
      "'5% to version=2', or 'x-beta=yes to version=2', several with commas between; all of the"
          + " percentages below 100";

  private static final String TO = " to ";

  /** Whether an endpoint of this metadata is meant. */
  public boolean has(Map<String, String> metadata, String zone) {
    return value.equals(metadata.getOrDefault(key, key.equals("zone") ? zone : null));
  }

  /** Whether it is by what calls say. */
  public boolean isByHeader() {
    return !header.isEmpty();
  }

  /**
   * Reads splits.
   *
   * @throws IllegalArgumentException if they are not spelled as {@link #FORM}
   */
  static List<TrafficSplit> parse(String text) {
    List<TrafficSplit> splits = new ArrayList<>();
    double sum = 0;
    if (text.isBlank()) {
      return splits;
    }
    for (String part : text.split(",", -1)) {
      int to = part.indexOf(TO);
      if (to < 0) {
        throw new IllegalArgumentException(part);
      }
      String[] tag = pair(part.substring(to + TO.length()));
      String which = part.substring(0, to).strip();
      if (which.endsWith("%")) {
        double percent = Double.parseDouble(which.substring(0, which.length() - 1).strip());
        sum += percent;
        if (!(percent > 0 && sum < 100)) {
          throw new IllegalArgumentException(part);
        }
        splits.add(new TrafficSplit(percent, "", "", tag[0], tag[1]));
      } else {
        String[] said = pair(which);
        splits.add(new TrafficSplit(0, said[0].toLowerCase(Locale.ROOT), said[1], tag[0], tag[1]));
      }
    }
    return splits;
  }

  private static String[] pair(String text) {
    int equals = text.indexOf('=');
    String key = equals < 0 ? "" : text.substring(0, equals).strip();
    String value = text.substring(equals + 1).strip();
    if (key.isEmpty() || value.isEmpty()) {
      throw new IllegalArgumentException(text);
    }
    return new String[] {key, value};
  }

  /** As it is spelled. */
  @Override
  public String toString() {
    String which =
        isByHeader()
            ? header + "=" + headerValue
            : (percent == Math.rint(percent) ? Long.toString((long) percent) : percent + "") + "%";
    return which + TO + key + "=" + value;
  }
}
