package dev.farcall.processor.emit;

import java.util.List;

/** The text of a {@code .proto} file as it grows: indented, in the form of {@code buf format}. */
final class ProtoText {

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean justOpened;
  private boolean blankDue;

  /** One line. */
  void line(String line) {
    if (blankDue) {
      text.append('\n');
      blankDue = false;
    } else if (justOpened) {
      text.append('\n');
    }
    justOpened = false;
    text.append("  ".repeat(depth)).append(line).append('\n');
  }

  /** A blank line before the next one, unless that is the first of its block. */
  void blank() {
    blankDue = !justOpened;
  }

  /** Javadoc as a comment. */
  void doc(String javadoc) {
    for (String line : Docs.lines(javadoc)) {
      line(line.isEmpty() ? "//" : "// " + line);
    }
  }

  /** Begins a block; an empty one is {@code {}}. */
  void open(String head) {
    line(head + " {");
    text.setLength(text.length() - 1);
    justOpened = true;
    depth++;
  }

  void close() {
    depth--;
    blankDue = false;
    if (justOpened) {
      text.append("}\n");
      justOpened = false;
    } else {
      line("}");
    }
  }

  /** Ends a block that is the value of an option. */
  void closeStatement() {
    close();
    text.insert(text.length() - 1, ';');
  }

  /** A numbered line: a field, a case or a constant. */
  void field(String head, int number, List<String> options, String comment) {
    String behind = comment.isEmpty() ? "" : " // " + comment;
    String start = head + " = " + number;
    if (options.size() < 2) {
      line(start + (options.isEmpty() ? "" : " [" + options.get(0) + "]") + ";" + behind);
      return;
    }
    line(start + " [");
    depth++;
    for (int i = 0; i < options.size(); i++) {
      line(options.get(i) + (i + 1 < options.size() ? "," : ""));
    }
    depth--;
    line("];" + behind);
  }

  /** A string literal; every character beyond printable ASCII as octal bytes of its UTF-8. */
  static String quoted(String value) {
    StringBuilder literal = new StringBuilder("\"");
    for (byte b : value.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      if (b == '"' || b == '\\') {
        literal.append('\\').append((char) b);
      } else if (b >= ' ' && b <= '~') {
        literal.append((char) b);
      } else {
        literal.append('\\').append(String.format(java.util.Locale.ROOT, "%03o", b & 0xff));
      }
    }
    return literal.append('"').toString();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
