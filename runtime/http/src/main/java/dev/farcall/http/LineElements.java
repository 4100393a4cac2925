package dev.farcall.http;

import dev.farcall.protocol.UnreadableException;
import dev.farcall.wire.DecodeException;
import dev.farcall.wire.JsonName;
import dev.farcall.wire.JsonNames;
import dev.farcall.wire.JsonProfile;
import dev.farcall.wire.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link StreamText#LINES}. The end of the body is that of the stream, which HTTP tells from
 * an accident.
 */
final class LineElements implements ElementReader {

  private static final int RESULT = 0;
  private static final int ERROR = 1;
  private static final JsonNames NAMES =
      JsonNames.of(JsonName.of("result", RESULT), JsonName.of("error", ERROR));

  private final RestStreamAnswer stream;
  private final LineReader lines;
  private boolean ended;

  LineElements(RestStreamAnswer stream) {
    this.stream = stream;
    this.lines = new LineReader(stream.limitsAround().maxBytes());
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
      byte[] line = lines.next();
      while (line != null && isBlank(line)) {
        line = lines.next();
      }
      Piece piece = line == null ? null : piece(line);
      ended = piece instanceof End;
      return piece;
    } catch (UnreadableException tooLong) {
      ended = true;
      return stream.unreadable(tooLong);
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private Piece piece(byte[] line) {
    try {
      return JsonReader.decode(line, JsonProfile.REST_CLIENT, stream.limitsAround(), this::piece);
    } catch (DecodeException malformed) {
      return stream.unusable("a line is no object with a result or an error");
    }
  }

  private Piece piece(JsonReader in) {
    byte[] result = null;
    byte[] error = null;
    in.beginObject();
    for (int field = in.field(NAMES); field != JsonReader.END; field = in.field(NAMES)) {
      if (field == RESULT) {
        result = in.raw();
      } else {
        error = in.raw();
      }
    }
    if (error != null) {
      return stream.error(error);
    }
    return result == null ? stream.element(new byte[0]) : stream.element(result);
  }

  @Override
  public End atEndOfBody() {
    return lines.isBetweenLines() ? End.WELL : stream.cutShort("the rest of a line");
  }
}
