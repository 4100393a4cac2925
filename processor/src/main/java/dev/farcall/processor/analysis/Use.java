package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Site;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A place where a type stands.
 *
 * @param place as texts name it: {@code component Order.created}
 * @param label that without its kind: {@code Order.created}
 * @param annotated the elements on which its annotations are found: a component, its accessor, its
 *     field
 */
record Use(String place, String label, List<Element> annotated, Scope scope) {

  Optional<Mark> mark(String annotation) {
    return Mark.on(annotated, annotation).map(mark -> mark.shownAt(annotated.get(0)));
  }

  Site site() {
    return scope.site(annotated.get(0));
  }

  Site site(JavacSite site) {
    return scope.site(site);
  }
}
