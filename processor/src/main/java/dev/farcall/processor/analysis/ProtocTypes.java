package dev.farcall.processor.analysis;

import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Recognises what protoc generated. */
final class ProtocTypes {

  private final Compilation compilation;
  private final Problems problems;

  ProtocTypes(Compilation compilation, Problems problems) {
    this.compilation = compilation;
    this.problems = problems;
  }

  boolean isMessage(TypeElement element) {
    return is(element, "com.google.protobuf.MessageLite");
  }

  boolean isProtoc(TypeElement element) {
    return isMessage(element) || is(element, "com.google.protobuf.Internal.EnumLite");
  }

  @Nullable ValueType read(TypeElement element, Use use) {
    problems.add(Texts.unreadableProtoc(use.site(), Names.label(element), use.place()));
    return null;
  }

  private boolean is(TypeElement element, String supertype) {
    TypeElement known = compilation.find(supertype);
    return known != null && compilation.types().isAssignable(element.asType(), known.asType());
  }
}
