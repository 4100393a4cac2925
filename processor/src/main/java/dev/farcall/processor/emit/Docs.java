package dev.farcall.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Javadoc as plain lines for the {@code //} comments of a {@code .proto} file: the description
 * without block tags and markup. No line holds a line break or another control character, whatever
 * the source said, so that no text can leave its comment.
 */
final class Docs {

  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\p{Alpha}");
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)\\}");
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|linkplain)\\s+([^\\s{}]+)\\s*([^{}]*)\\}");
  private static final Pattern TAG = Pattern.compile("</?\\p{Alpha}[^<>]*>");
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}]");

  private Docs() {}

  /** The lines of the description, without blank ones at either end. */
  static List<String> lines(String javadoc) {
    Matcher tag = BLOCK_TAG.matcher(javadoc);
    String text = tag.find() ? javadoc.substring(0, tag.start()) : javadoc;
    List<String> lines = new ArrayList<>();
    for (String line : LINE_BREAK.split(plain(text), -1)) {
      String clean = CONTROL.matcher(line).replaceAll(" ").strip();
      boolean blankAgain =
          clean.isEmpty() && (lines.isEmpty() || lines.get(lines.size() - 1).isEmpty());
      if (!blankAgain) {
        lines.add(clean);
      }
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static String plain(String text) {
    String plain = CODE.matcher(text).replaceAll(Docs::codeText);
    plain = LINK.matcher(plain).replaceAll(Docs::linkText);
    plain = TAG.matcher(plain).replaceAll("");
    return plain
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&#47;", "/")
        .replace("&#92;", "\\")
        .replace("&amp;", "&");
  }

  private static String codeText(MatchResult code) {
    String escaped = code.group(1).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return Matcher.quoteReplacement(escaped);
  }

  private static String linkText(MatchResult link) {
    String label = link.group(2).strip();
    String shown = label.isEmpty() ? link.group(1).replaceFirst("^#", "").replace('#', '.') : label;
    return Matcher.quoteReplacement(shown);
  }
}
