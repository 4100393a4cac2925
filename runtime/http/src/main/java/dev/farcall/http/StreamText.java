package dev.farcall.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.farcall.call.Failure;
import dev.farcall.protocol.HttpCodes;
import org.jspecify.annotations.Nullable;

/** How a stream stands in the body of an answer of REST: as lines of JSON, or as events. */
@SuppressWarnings("ImmutableEnumChecker") // arrays that nobody else sees
enum StreamText {

  /**
   * One object a line: {@code {"result":…}}, or {@code {"error":…}} with a problem as the last.
   *
   * @see <a href="https://github.com/ndjson/ndjson-spec">NDJSON</a>
   */
  LINES("application/x-ndjson", "{\"result\":", "}\n", "{\"error\":", "}\n", "", ""),

  /**
   * Server-sent events. An element has no name; {@code error} has a problem as its data. A good end
   * is an event {@code end}, because browsers take the end of the body for an accident and ask
   * again.
   *
   * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">the standard</a>
   */
  EVENTS(
      "text/event-stream",
      "data: ",
      "\n\n",
      "event: error\ndata: ",
      "\n\n",
      "event: end\ndata: {}\n\n",
      ":\n\n");

  final String contentType;

  private final byte[] beforeElement;
  private final byte[] afterElement;
  private final byte[] beforeError;
  private final byte[] afterError;
  private final byte[] end;
  private final byte[] heartbeat;

  StreamText(
      String contentType,
      String beforeElement,
      String afterElement,
      String beforeError,
      String afterError,
      String end,
      String heartbeat) {
    this.contentType = contentType;
    this.beforeElement = beforeElement.getBytes(UTF_8);
    this.afterElement = afterElement.getBytes(UTF_8);
    this.beforeError = beforeError.getBytes(UTF_8);
    this.afterError = afterError.getBytes(UTF_8);
    this.end = end.getBytes(UTF_8);
    this.heartbeat = heartbeat.getBytes(UTF_8);
  }

  /** What a list as of {@code Accept} prefers, lines if it does not care; null if it wants none. */
  static @Nullable StreamText accepted(@Nullable String accept) {
    int lines = HeaderValues.weight(accept, LINES.contentType);
    int events = HeaderValues.weight(accept, EVENTS.contentType);
    if (lines == 0 && events == 0) {
      return null;
    }
    return events > lines ? EVENTS : LINES;
  }

  /** An element; its JSON is made one line if it is more. */
  byte[] element(byte[] json) {
    return around(beforeElement, json, afterElement);
  }

  /** The end of a stream that has failed. */
  byte[] error(Failure failure) {
    byte[] problem = Problems.body(HttpCodes.status(failure.code()), failure);
    return around(beforeError, problem, afterError);
  }

  /** The end of a stream that has not; may be empty. */
  byte[] end() {
    return end.clone();
  }

  /** What means nothing, to be sent now and then; empty if there is no such thing. */
  byte[] heartbeat() {
    return heartbeat.clone();
  }

  private static byte[] around(byte[] before, byte[] json, byte[] after) {
    byte[] all = new byte[before.length + json.length + after.length];
    System.arraycopy(before, 0, all, 0, before.length);
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      all[before.length + i] = b == '\n' || b == '\r' ? (byte) ' ' : b; // never within a string
    }
    System.arraycopy(after, 0, all, before.length + json.length, after.length);
    return all;
  }
}
