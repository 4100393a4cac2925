package dev.farcall.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** The tokens of JSON and their order. */
abstract sealed class JsonScanner permits JsonReader {

  final byte[] bytes;
  final int limit;
  final DecodeLimits limits;
  int position;

  /** Whether the object or array has had a member, so that a comma must come before the next. */
  boolean comma;

  private int depth;

  JsonScanner(byte[] bytes, int from, int limit, DecodeLimits limits) {
    this.bytes = bytes;
    this.position = from;
    this.limit = limit;
    this.limits = limits;
  }

  // ---- space and errors

  final int skipSpace(int from) {
    int at = from;
    while (at < limit && isSpace(bytes[at])) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Where the next token begins, and the position from now on. */
  final int start() {
    int at = position;
    if (at < limit && bytes[at] > ' ') {
      return at;
    }
    at = skipSpace(at);
    position = at;
    if (at == limit) {
      throw DecodeException.malformed("text ends too early");
    }
    return at;
  }

  /** The next value is of another kind. */
  final DecodeException expected(String what) {
    int at = start();
    String found =
        switch (bytes[at]) {
          case '{' -> "an object";
          case '[' -> "an array";
          case '"' -> "text";
          case 't', 'f' -> "true or false";
          case 'n' -> "null";
          case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "a number";
          default -> null;
        };
    return found == null
        ? unexpected(what)
        : DecodeException.invalid("is " + found + " (expected: " + what + ")");
  }

  /** The next byte cannot stand there. */
  private DecodeException unexpected(String what) {
    byte b = bytes[start()];
    String found = b > ' ' && b < 0x7F ? "'" + (char) b + "'" : "byte " + (b & 0xFF);
    return DecodeException.malformed(
        "is not JSON: " + found + " at offset " + position + " (expected: " + what + ")");
  }

  final void literal(String word) {
    int from = position;
    for (int i = 0; i < word.length(); i++) {
      if (from + i >= limit || bytes[from + i] != word.charAt(i)) {
        throw unexpected("a value");
      }
    }
    position = from + word.length();
  }

  // ---- structure

  final void open(char bracket, String what) {
    if (bytes[start()] != bracket) {
      throw expected(what);
    }
    if (depth == limits.maxDepth()) {
      throw DecodeException.limit(
          "objects and arrays nest deeper than " + limits.maxDepth() + " (expected: less)");
    }
    depth++;
    position++;
    comma = false;
  }

  private void close() {
    depth--;
    position++;
    comma = true;
  }

  /** Goes to the next name of the object, or leaves it. */
  final boolean nextName() {
    int at = start();
    if (bytes[at] == '}') {
      close();
      return false;
    }
    if (comma) {
      if (bytes[at] != ',') {
        throw unexpected("',' or '}'");
      }
      position++;
      at = start();
    }
    if (bytes[at] != '"') {
      throw unexpected("a name in quotes");
    }
    comma = true;
    return true;
  }

  final void colon() {
    if (bytes[start()] != ':') {
      throw unexpected("':'");
    }
    position++;
  }

  /** Goes to the next element of the array, or leaves it. */
  final boolean nextElement() {
    int at = start();
    if (bytes[at] == ']') {
      close();
      return false;
    }
    if (comma) {
      if (bytes[at] != ',') {
        throw unexpected("',' or ']'");
      }
      position++;
      start();
    }
    comma = true;
    return true;
  }

  /** Passes over a value, which must be valid all the same. */
  public final void skip() {
    switch (bytes[start()]) {
      case '{' -> {
        open('{', "an object");
        while (nextName()) {
          skipString();
          colon();
          skip();
        }
      }
      case '[' -> {
        open('[', "an array");
        while (nextElement()) {
          skip();
        }
      }
      case '"' -> skipString();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> position = numberEnd(position, limit);
    }
  }

  // ---- text

  /** Text; a name. */
  public final String string() {
    int at = start();
    if (bytes[at] != '"') {
      throw expected("text");
    }
    int from = at + 1;
    int end = JsonText.firstSpecial(bytes, from, limit);
    if (end < limit && bytes[end] == '"') {
      position = end + 1;
      return end == from ? "" : new String(bytes, from, end - from, ISO_8859_1);
    }
    return anyString(from);
  }

  private void skipString() {
    int end = JsonText.firstSpecial(bytes, position + 1, limit);
    if (end < limit && bytes[end] == '"') {
      position = end + 1;
    } else {
      anyString(position + 1);
    }
  }

  /** With escapes, or not ASCII. */
  private String anyString(int start) {
    StringBuilder text = null;
    boolean surrogates = false;
    int from = start;
    int at = start;
    while (true) {
      at = JsonText.firstSpecial(bytes, at, limit);
      if (at == limit) {
        throw DecodeException.malformed("text ends inside a string");
      }
      byte b = bytes[at];
      if (b < 0) {
        at++;
      } else if (b == '"') {
        String last = Utf8.decode(bytes, from, at - from);
        position = at + 1;
        String whole = text == null ? last : text.append(last).toString();
        if (surrogates && Surrogates.firstUnpaired(whole) >= 0) {
          throw DecodeException.malformed("has a lone surrogate (expected: Unicode text)");
        }
        return whole;
      } else if (b == '\\') {
        text = text == null ? new StringBuilder(at - from + 16) : text;
        text.append(Utf8.decode(bytes, from, at - from));
        position = at;
        char c = escape(at + 1);
        surrogates |= Character.isSurrogate(c);
        text.append(c);
        at = position;
        from = at;
      } else {
        position = at;
        throw DecodeException.malformed(
            "has the control character " + b + " (expected: it to be escaped)");
      }
    }
  }

  private char escape(int at) {
    position = at + 1;
    byte letter = at < limit ? bytes[at] : 0;
    return switch (letter) {
      case '"', '\\', '/' -> (char) letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex(at + 1);
      default -> throw noEscape();
    };
  }

  private char hex(int at) {
    if (at + 4 > limit) {
      throw noEscape();
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = bytes[i] < 0 ? -1 : Character.digit((char) bytes[i], 16);
      if (digit < 0) {
        throw noEscape();
      }
      value = value << 4 | digit;
    }
    position = at + 4;
    return (char) value;
  }

  private static DecodeException noEscape() {
    return DecodeException.malformed("has an escape that is none (expected: as in \\n, \\u00e9)");
  }

  // ---- numbers

  /** A number, or text that spells one, with all its characters. */
  public final String number() {
    return numberOr();
  }

  /** A number, text that spells one, or one of the words as text. */
  final String numberOr(String... words) {
    int at = start();
    if (bytes[at] != '"') {
      if (bytes[at] != '-' && !JsonNumbers.isDigit(bytes[at])) {
        throw expected("a number");
      }
      int end = numberEnd(at, limit);
      String number = JsonNumbers.text(bytes, at, end);
      position = end;
      return number;
    }
    String text = string();
    if (Arrays.asList(words).contains(text)) {
      return text;
    }
    byte[] spelt = text.getBytes(ISO_8859_1);
    if (JsonNumbers.end(spelt, 0, spelt.length) != spelt.length || spelt.length == 0) {
      throw DecodeException.invalid("is text that is no number (expected: a number)");
    }
    return JsonNumbers.text(spelt, 0, spelt.length);
  }

  private int numberEnd(int from, int to) {
    int end = JsonNumbers.end(bytes, from, to);
    if (end < 0) {
      throw unexpected("a value");
    }
    return end;
  }
}
