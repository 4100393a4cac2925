package dev.farcall.processor.lock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The words of a lock, one after the other, each with its line. */
final class Tokens {

  private final String file;
  private final List<Token> all = new ArrayList<>();
  private int next;

  /** What a token is. */
  enum Kind {
    /** A name, a keyword, or names with dots between. */
    WORD,
    NUMBER,
    /** Without its quotes. */
    TEXT,
    SYMBOL,
    /** A comment behind something on its line, without its slashes. */
    COMMENT,
    END
  }

  record Token(Kind kind, String text, int line) {
    String shown() {
      return kind == Kind.END ? "the end" : "'" + text + "'";
    }
  }

  Tokens(String file, String text) throws LockSyntaxException {
    this.file = file;
    String[] lines = text.split("\r?\n", -1);
    for (int i = 0; i < lines.length; i++) {
      refuseMergeMark(lines[i], i + 1);
      read(lines[i], i + 1);
    }
    all.add(new Token(Kind.END, "", lines.length));
  }

  Token peek() {
    return all.get(next);
  }

  /** The one behind the next. */
  Token following() {
    return all.get(Math.min(next + 1, all.size() - 1));
  }

  Token take() {
    Token token = all.get(next);
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  boolean at(String text) {
    return peek().kind() != Kind.TEXT
        && peek().kind() != Kind.COMMENT
        && peek().text().equals(text);
  }

  /** Takes a word or symbol if it is next. */
  boolean skip(String text) {
    if (at(text)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String... texts) throws LockSyntaxException {
    for (String text : texts) {
      if (!skip(text)) {
        throw wrong("'" + text + "'");
      }
    }
  }

  Token take(Kind kind, String what) throws LockSyntaxException {
    if (peek().kind() != kind) {
      throw wrong(what);
    }
    return take();
  }

  int number() throws LockSyntaxException {
    Token token = take(Kind.NUMBER, "a number");
    try {
      return Integer.parseInt(token.text());
    } catch (NumberFormatException tooLarge) {
      throw LockSyntaxException.at(
          file, token.line(), token.text() + " is no number of a field or constant");
    }
  }

  /** The comment on the line of what was taken last; empty if there is none. */
  String comment() {
    return peek().kind() == Kind.COMMENT ? take().text() : "";
  }

  LockSyntaxException wrong(String expected) {
    return LockSyntaxException.at(
        file, peek().line(), "found " + peek().shown() + " (expected: " + expected + ")");
  }

  private void refuseMergeMark(String line, int number) throws LockSyntaxException {
    if (line.startsWith("<<<<<<<")
        || line.startsWith("|||||||")
        || line.equals("=======")
        || line.startsWith(">>>>>>>")) {
      throw LockSyntaxException.conflict(file, number, "'" + line + "' is the mark of a merge");
    }
  }

  private void read(String line, int number) throws LockSyntaxException {
    int at = 0;
    boolean first = true;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
        continue;
      }
      if (line.startsWith("//", at)) {
        if (!first) {
          all.add(new Token(Kind.COMMENT, line.substring(at + 2).strip(), number));
        }
        return;
      }
      first = false;
      at = c == '"' ? text(line, at, number) : other(line, at, number);
    }
  }

  private int other(String line, int start, int number) throws LockSyntaxException {
    int end = start;
    while (end < line.length() && isPart(line.charAt(end))) {
      end++;
    }
    if (end == start) {
      char c = line.charAt(start);
      if ("{}()[]<>=;,:".indexOf(c) < 0) {
        throw LockSyntaxException.at(file, number, "found '" + c + "', which no lock contains");
      }
      all.add(new Token(Kind.SYMBOL, String.valueOf(c), number));
      return start + 1;
    }
    String word = line.substring(start, end);
    char first = word.charAt(0);
    boolean digits = first == '-' || Character.isDigit(first);
    all.add(new Token(digits ? Kind.NUMBER : Kind.WORD, word, number));
    return end;
  }

  private static boolean isPart(char c) {
    return c == '_'
        || c == '.'
        || c == '-'
        || (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z');
  }

  private int text(String line, int start, int number) throws LockSyntaxException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = start + 1;
    while (at < line.length() && line.charAt(at) != '"') {
      char c = line.charAt(at++);
      if (c == '\\' && at < line.length()) {
        char escaped = line.charAt(at);
        if (escaped >= '0' && escaped <= '3' && line.length() >= at + 3) {
          bytes.write(Integer.parseInt(line.substring(at, at + 3), 8));
          at += 3;
        } else {
          bytes.write(escaped);
          at++;
        }
      } else {
        int end = line.offsetByCodePoints(at - 1, 1);
        bytes.writeBytes(line.substring(at - 1, end).getBytes(StandardCharsets.UTF_8));
        at = end;
      }
    }
    if (at >= line.length()) {
      throw LockSyntaxException.at(file, number, "a text does not end");
    }
    all.add(new Token(Kind.TEXT, bytes.toString(StandardCharsets.UTF_8), number));
    return at + 1;
  }
}
