package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * Whether a value may be null, by an annotation that javac shows from source and class file alike.
 */
final class Nullness {

  /** From this release on javac shows type-use annotations of class files too. */
  private static final int SHOWS_TYPE_USE = 22;

  private final Problems problems;

  Nullness(Problems problems) {
    this.problems = problems;
  }

  /** How a type is annotated where it stands. */
  enum Found {
    NOTHING,
    NULLABLE,
    /** Annotated in a way that cannot be relied on; told. */
    REFUSED
  }

  Found of(TypeMirror type, Use use) {
    if (isDeclaredNullable(use)) {
      return Found.NULLABLE;
    }
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (isNullable(mirror)) {
        if (Runtime.version().feature() >= SHOWS_TYPE_USE) {
          return Found.NULLABLE;
        }
        problems.add(
            Texts.typeUseNullable(use.site(), Mark.nameOf(mirror), use.label(), instead(type)));
        return Found.REFUSED;
      }
    }
    return Found.NOTHING;
  }

  /** Whether the element itself is annotated, and not only its type. */
  static boolean isDeclaredNullable(Use use) {
    return use.annotated().stream()
        .map(Element::getAnnotationMirrors)
        .anyMatch(mirrors -> mirrors.stream().anyMatch(Nullness::isNullable));
  }

  /**
   * Tells of a nullable type argument or element: what a collection holds is never absent.
   *
   * @return whether it is one
   */
  boolean refuse(TypeMirror type, Use use) {
    boolean refused = false;
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (isNullable(mirror)) {
        problems.add(
            Texts.cannotBeAbsent(
                use.site(),
                mirror.getAnnotationType().asElement().getSimpleName().toString(),
                use.label(),
                "an element, a key or a value is never absent"));
        refused = true;
      }
    }
    return refused;
  }

  private static String instead(TypeMirror type) {
    return type.getKind().isPrimitive() ? "a boxed type" : "Optional<" + Names.brief(type) + ">";
  }

  private static boolean isNullable(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
  }
}
