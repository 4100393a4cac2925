package dev.farcall.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.farcall.protocol.UnreadableException;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link StreamText#EVENTS}. Events of other names mean something to somebody else, and are
 * passed over.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">
 *     the standard</a>
 */
final class EventElements implements ElementReader {

  private final RestStreamAnswer stream;
  private final LineReader lines;
  private final int maxBytes;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private boolean hasData;
  private String event = "";
  private boolean first = true;
  private boolean ended;

  EventElements(RestStreamAnswer stream) {
    this.stream = stream;
    this.maxBytes = stream.limitsAround().maxBytes();
    this.lines = new LineReader(maxBytes);
  }

  @Override
  public void add(byte[] bytes) {
    lines.add(bytes);
  }

  @Override
  public @Nullable Piece next() {
    if (ended) {
      return null;
    }
    try {
      Piece piece = null;
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        piece = line(line);
        if (piece != null) {
          break;
        }
      }
      ended = piece instanceof End;
      return piece;
    } catch (UnreadableException tooLong) {
      ended = true;
      return stream.unreadable(tooLong);
    }
  }

  private @Nullable Piece line(byte[] line) throws UnreadableException {
    int start = first ? afterByteOrderMark(line) : 0;
    first = false;
    if (line.length == start) {
      return event();
    }
    int colon = start;
    while (colon < line.length && line[colon] != ':') {
      colon++;
    }
    int value = Math.min(line.length, colon + 1);
    if (value < line.length && line[value] == ' ') {
      value++;
    }
    switch (new String(line, start, colon - start, UTF_8)) {
      case "data" -> append(line, value);
      case "event" -> event = new String(line, value, line.length - value, UTF_8);
      default -> {} // a comment, or what is said to browsers
    }
    return null;
  }

  private static int afterByteOrderMark(byte[] line) {
    boolean marked =
        line.length >= 3
            && line[0] == (byte) 0xef
            && line[1] == (byte) 0xbb
            && line[2] == (byte) 0xbf;
    return marked ? 3 : 0;
  }

  private void append(byte[] line, int from) throws UnreadableException {
    if (hasData) {
      data.write('\n');
    }
    hasData = true;
    if (line.length - from > maxBytes - data.size()) {
      throw UnreadableException.tooLarge(maxBytes);
    }
    data.write(line, from, line.length - from);
  }

  private @Nullable Piece event() {
    String name = event;
    byte[] content = data.toByteArray();
    boolean empty = !hasData;
    event = "";
    data.reset();
    hasData = false;
    if (empty) {
      return null;
    }
    return switch (name) {
      case "", "message" -> stream.element(content);
      case "error" -> stream.error(content);
      case "end" -> End.WELL;
      default -> null;
    };
  }

  @Override
  public End atEndOfBody() {
    return stream.cutShort("an event 'end' or 'error'");
  }
}
