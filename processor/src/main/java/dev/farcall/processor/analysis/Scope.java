package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Site;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where something is read.
 *
 * @param home where the codec of what is read goes
 * @param via for declarations of other modules, whose lines cannot be shown: where this module uses
 *     them
 */
record Scope(Home home, @Nullable Site via) {

  Site site(Element element) {
    return via == null ? JavacSite.of(element) : via;
  }

  Site site(JavacSite site) {
    return via == null ? site : via;
  }
}
