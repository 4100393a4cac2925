package dev.farcall.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Javadoc as the Markdown of an OpenAPI document: paragraphs, lists and code, no HTML. What looks
 * like HTML in the text stays escaped, so that no reader takes it for markup.
 */
final class Markdown {

  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\p{Alpha}");
  private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^{}]*)\\}");
  private static final Pattern CODE_TAG =
      Pattern.compile("<code>([^<>]*)</code>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINK =
      Pattern.compile("\\{@(?:link|linkplain)\\s+([^\\s{}]+)\\s*([^{}]*)\\}");
  private static final Pattern PARAGRAPH =
      Pattern.compile("</?(?:p|ul|ol|pre|div|br)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ITEM = Pattern.compile("<li\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?\\p{Alpha}[^<>]*>");
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");
  private static final Pattern BLANK =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}&&[^\\n]]");

  /** Stand for angle brackets inside code, where they are no markup; blanked in what is read. */
  private static final char LEFT = 1;

  private static final char RIGHT = 2;
  private static final Pattern SENTENCE = Pattern.compile("\\.\\s");

  private Markdown() {}

  /** The description without block tags; empty if there is none. */
  static String of(String javadoc) {
    Matcher tag = BLOCK_TAG.matcher(javadoc);
    String text = tag.find() ? javadoc.substring(0, tag.start()) : javadoc;
    text = BLANK.matcher(LINE_BREAK.matcher(text).replaceAll("\n")).replaceAll(" ");
    text = CODE.matcher(text).replaceAll(Markdown::code);
    text = CODE_TAG.matcher(text).replaceAll(Markdown::code);
    text = LINK.matcher(text).replaceAll(Markdown::link);
    text = PARAGRAPH.matcher(text).replaceAll("\n\n");
    text = ITEM.matcher(text).replaceAll("\n- ");
    text = TAG.matcher(text).replaceAll("");
    return paragraphs(
        text.replace("&nbsp;", " ")
            .replace("&#47;", "/")
            .replace("&#92;", "\\")
            .replace("<", "&lt;")
            .replace(LEFT, '<')
            .replace(RIGHT, '>'));
  }

  /** The first sentence of a description, without its full stop. */
  static String summary(String javadoc) {
    String all = of(javadoc);
    int end = all.indexOf("\n");
    String line = end < 0 ? all : all.substring(0, end);
    Matcher stop = SENTENCE.matcher(line);
    String first = stop.find() ? line.substring(0, stop.start()) : line;
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  /** Lines of one paragraph are joined; list items begin lines. */
  private static String paragraphs(String text) {
    List<String> lines = new ArrayList<>();
    boolean open = false;
    for (String each : text.split("\n", -1)) {
      String line = each.strip();
      if (line.isEmpty()) {
        open = false;
        continue;
      }
      boolean item = line.startsWith("- ");
      if (open && !item) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line);
        continue;
      }
      boolean listGoesOn = item && !lines.isEmpty() && lines.get(lines.size() - 1).startsWith("- ");
      if (!lines.isEmpty() && !listGoesOn) {
        lines.add("");
      }
      lines.add(line);
      open = true;
    }
    return String.join("\n", lines);
  }

  private static String code(MatchResult code) {
    String text =
        code.group(1)
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replace("`", "'")
            .strip();
    return Matcher.quoteReplacement("`" + text.replace('<', LEFT).replace('>', RIGHT) + "`");
  }

  private static String link(MatchResult link) {
    String label = link.group(2).strip();
    String shown =
        label.isEmpty()
            ? "`" + link.group(1).replaceFirst("^#", "").replace('#', '.') + "`"
            : label;
    return Matcher.quoteReplacement(shown);
  }
}
