package dev.farcall.processor.analysis;

import static java.util.Objects.requireNonNull;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The type around a member. */
final class Enclosing {

  private Enclosing() {}

  /** The type that declares a method, a field or a component. */
  static TypeElement typeOf(Element member) {
    return (TypeElement) requireNonNull(member.getEnclosingElement());
  }
}
