package dev.farcall.processor.conformance;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Whether a text is JSON by the grammar of RFC 8259 and Unicode besides: strict UTF-8, no surrogate
 * without its pair. It knows nothing of the reader under test.
 */
final class StrictJson {

  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  static boolean isValid(byte[] bytes) {
    try {
      CharSequence text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // reports errors
      StrictJson json = new StrictJson(text.toString());
      json.space();
      boolean valid = json.value(0);
      json.space();
      return valid && json.at == json.text.length();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private boolean value(int depth) {
    if (depth > 1000) {
      return false;
    }
    return switch (peek()) {
      case '{' -> members('}', depth, true);
      case '[' -> members(']', depth, false);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean members(char end, int depth, boolean named) {
    at++;
    space();
    if (skip(end)) {
      return true;
    }
    do {
      space();
      if (named) {
        if (peek() != '"' || !string()) {
          return false;
        }
        space();
        if (!skip(':')) {
          return false;
        }
        space();
      }
      if (!value(depth + 1)) {
        return false;
      }
      space();
    } while (skip(','));
    return skip(end);
  }

  private boolean string() {
    StringBuilder content = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return StandardCharsets.UTF_8.newEncoder().canEncode(content);
      }
      if (c < ' ') {
        return false;
      }
      if (c == '\\') {
        at++;
        if (peek() == 'u') {
          String hex = text.substring(at + 1, Math.min(at + 5, text.length()));
          if (!hex.matches("[0-9a-fA-F]{4}")) {
            return false;
          }
          content.append((char) Integer.parseInt(hex, 16));
          at += 4;
        } else if ("\"\\/bfnrt".indexOf(peek()) < 0) {
          return false;
        }
      } else {
        content.append(c);
      }
    }
    return false;
  }

  private boolean number() {
    skip('-');
    boolean valid = skip('0') || digits();
    if (valid && skip('.')) {
      valid = digits();
    }
    if (valid && (skip('e') || skip('E'))) {
      if (!skip('+')) {
        skip('-');
      }
      valid = digits();
    }
    return valid;
  }

  private boolean digits() {
    int from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at > from;
  }

  private boolean word(String word) {
    boolean there = text.startsWith(word, at);
    at += there ? word.length() : 0;
    return there;
  }

  private boolean skip(char c) {
    boolean there = peek() == c;
    at += there ? 1 : 0;
    return there;
  }

  private void space() {
    while (" \t\r\n".indexOf(peek()) >= 0) {
      at++;
    }
  }

  /** The next character, or one that stands for the end and is nowhere allowed. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\uFFFF';
  }
}
