package dev.farcall.processor.analysis;

import dev.farcall.processor.model.History;
import dev.farcall.processor.model.Reserved;
import java.util.List;
import javax.lang.model.element.Element;

/** Reads {@code @Was}. */
final class FormerNames {

  private FormerNames() {}

  /** The Java names that an element had before. */
  static List<String> of(Element element) {
    return Mark.on(element, Annotations.WAS).map(FormerNames::of).orElse(List.of());
  }

  static List<String> of(Mark was) {
    return was.list("value").stream().map(each -> each.getValue().toString()).toList();
  }

  /**
   * The past of a type: a simple former name means a neighbour of what it is now.
   *
   * @param fullName its proto name
   */
  static History history(Element type, String fullName) {
    String scope = fullName.substring(0, fullName.lastIndexOf('.') + 1);
    return new History(
        of(type).stream().map(each -> each.contains(".") ? each : scope + each).toList(),
        Reserved.NONE);
  }
}
