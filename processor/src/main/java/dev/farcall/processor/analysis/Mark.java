package dev.farcall.processor.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** One annotation on one element, with typed access to its values. */
record Mark(Element element, AnnotationMirror mirror) {

  /** The annotation of the given name on the element. */
  static Optional<Mark> on(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .filter(mirror -> nameOf(mirror).equals(annotation))
        .map(mirror -> new Mark(element, mirror))
        .findFirst();
  }

  /** The annotation on the first of the elements that carries it. */
  static Optional<Mark> on(List<? extends Element> elements, String annotation) {
    return elements.stream().flatMap(element -> on(element, annotation).stream()).findFirst();
  }

  static boolean has(Element element, String annotation) {
    return on(element, annotation).isPresent();
  }

  /** The qualified name of an annotation's type. */
  static String nameOf(AnnotationMirror mirror) {
    return ((QualifiedNameable) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .toString();
  }

  /** The place of the annotation. */
  JavacSite site() {
    return new JavacSite(element, mirror, null);
  }

  /** The place of a value if it is written, else of the annotation. */
  JavacSite site(String member) {
    return new JavacSite(element, mirror, written(member).orElse(null));
  }

  /**
   * The same annotation, shown at another element: javac knows no line of a record component, nor
   * of what it copies to its accessor; it does of the field.
   */
  Mark shownAt(Element place) {
    return new Mark(place, mirror);
  }

  String text(String member) {
    return value(member).map(value -> value.getValue().toString()).orElse("");
  }

  boolean flag(String member) {
    return value(member).map(value -> Boolean.TRUE.equals(value.getValue())).orElse(false);
  }

  int number(String member) {
    return value(member)
        .map(value -> value.getValue() instanceof Integer number ? number : 0)
        .orElse(0);
  }

  /** The name of an enum constant. */
  String constant(String member) {
    return value(member)
        .map(
            value ->
                value.getValue() instanceof VariableElement constant
                    ? constant.getSimpleName().toString()
                    : value.getValue().toString())
        .orElse("");
  }

  /** The members that are written, in their order. */
  List<String> written() {
    return mirror.getElementValues().keySet().stream()
        .map(member -> member.getSimpleName().toString())
        .toList();
  }

  /** A text, a number or the name of an enum constant, as text. */
  String spelt(String member) {
    return constant(member);
  }

  /** The name of the annotation's type without its package. */
  String simpleName() {
    return mirror.getAnnotationType().asElement().getSimpleName().toString();
  }

  /** A class literal, if the class exists. */
  Optional<TypeMirror> type(String member) {
    return value(member)
        .flatMap(
            value ->
                value.getValue() instanceof TypeMirror type ? Optional.of(type) : Optional.empty());
  }

  /** The elements of an array value. */
  List<AnnotationValue> list(String member) {
    List<AnnotationValue> values = new ArrayList<>();
    value(member)
        .ifPresent(
            value -> {
              if (value.getValue() instanceof List<?> list) {
                list.forEach(each -> values.add((AnnotationValue) each));
              }
            });
    return values;
  }

  private Optional<AnnotationValue> value(String member) {
    return written(member).or(() -> byDefault(member));
  }

  private Optional<AnnotationValue> written(String member) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  private Optional<AnnotationValue> byDefault(String member) {
    for (Element each : mirror.getAnnotationType().asElement().getEnclosedElements()) {
      if (each instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(member)) {
        return Optional.ofNullable(method.getDefaultValue());
      }
    }
    return Optional.empty();
  }
}
