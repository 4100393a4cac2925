package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Site;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** An element, or an annotation on it, or a value of that annotation. */
public record JavacSite(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value)
    implements Site {

  static JavacSite of(Element element) {
    return new JavacSite(element, null, null);
  }
}
