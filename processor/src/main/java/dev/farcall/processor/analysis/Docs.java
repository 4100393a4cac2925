package dev.farcall.processor.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Documentation comments, read from source only, in a form that can stand in a generated comment:
 * they can neither end it nor hold a unicode escape, which javac translates before it sees
 * comments.
 */
final class Docs {

  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\p{Alpha}");

  private final Elements elements;

  Docs(Elements elements) {
    this.elements = elements;
  }

  /** The description without block tags; empty if there is none. */
  String of(Element element) {
    String comment = comment(element);
    Matcher tag = BLOCK_TAG.matcher(comment);
    return clean(tag.find() ? comment.substring(0, tag.start()) : comment);
  }

  /** What the comment of a record, a constructor or a method says of a component or parameter. */
  String ofParameter(@Nullable Element element, String name) {
    if (element == null) {
      return "";
    }
    String comment = comment(element);
    Matcher tag =
        Pattern.compile("(?m)^\\s*@param\\s+" + Pattern.quote(name) + "\\s").matcher(comment);
    if (!tag.find()) {
      return "";
    }
    Matcher next = BLOCK_TAG.matcher(comment);
    return clean(
        comment.substring(tag.end(), next.find(tag.end()) ? next.start() : comment.length()));
  }

  private String comment(Element element) {
    String comment = elements.getDocComment(element);
    return comment == null ? "" : comment;
  }

  private static String clean(String text) {
    return text.strip()
        .replaceAll("(?m)^[ \\t]+", "")
        .replace("*/", "*&#47;")
        .replace("\\u", "&#92;u");
  }
}
