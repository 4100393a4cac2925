package dev.farcall.benchmarks.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells where an answer of HTTP/1.1 ends, reading as little as that takes. */
final class AnswerLength {

  private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNKED =
      "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS = "HTTP/1.1 ".length();

  private AnswerLength() {}

  /**
   * Whether the only answer on the wire is here to its end.
   *
   * @param bytes what came, from the beginning of the answer
   * @param end how much of it is filled
   * @throws IOException the answer is none of success
   */
  static boolean whole(byte[] bytes, int end) throws IOException {
    int line = nextLine(bytes, 0, end);
    if (line < 0) {
      return false;
    }
    if (bytes[STATUS] != '2') {
      throw new IOException("refused: " + new String(bytes, 0, end, StandardCharsets.ISO_8859_1));
    }
    int length = 0;
    while (bytes[line] != '\r') {
      if (at(LENGTH, bytes, line, end)) {
        length = number(bytes, line + LENGTH.length);
      } else if (at(CHUNKED, bytes, line, end)) {
        return end > LAST_CHUNK.length && at(LAST_CHUNK, bytes, end - LAST_CHUNK.length, end);
      }
      line = nextLine(bytes, line, end);
      if (line < 0) {
        return false;
      }
    }
    return end >= line + 2 + length;
  }

  /** Where the line after this one begins, or -1 if that has not come. */
  private static int nextLine(byte[] bytes, int from, int end) {
    for (int i = from; i < end - 1; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean at(byte[] lower, byte[] bytes, int from, int end) {
    if (end - from < lower.length) {
      return false;
    }
    for (int i = 0; i < lower.length; i++) {
      int b = bytes[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lower[i]) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from) {
    int number = 0;
    for (int i = from; bytes[i] != '\r'; i++) {
      if (bytes[i] != ' ') {
        number = 10 * number + bytes[i] - '0';
      }
    }
    return number;
  }
}
