package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Scalar} records: a name around one scalar. */
final class ScalarRecords {

  private final Compilation compilation;
  private final Problems problems;
  private final ValueReader values;

  ScalarRecords(Compilation compilation, Problems problems, ValueReader values) {
    this.compilation = compilation;
    this.problems = problems;
    this.values = values;
  }

  @Nullable ValueType read(DeclaredType type, TypeElement element, Use use) {
    String label = Names.label(element);
    if (element.getKind() != ElementKind.RECORD) {
      return refuse(element, label, "is no record", use);
    }
    if (!type.getTypeArguments().isEmpty()) {
      return refuse(element, label, "is generic", use);
    }
    List<? extends RecordComponentElement> components = element.getRecordComponents();
    if (components.size() != 1) {
      return refuse(element, label, "has " + components.size() + " components", use);
    }
    RecordComponentElement component = components.get(0);
    String name = component.getSimpleName().toString();
    Use inner =
        new Use(
            "component " + label + "." + name,
            label + "." + name,
            Components.places(component),
            new Scope(use.scope().home(), compilation.isRoot(element) ? null : use.site()));
    if (!mayBeScalar(component)) {
      return refuse(element, label, "its component is no scalar", use);
    }
    ValueType value = values.value(component.asType(), inner);
    if (value == null) {
      return null;
    }
    if (!(value instanceof ValueType.Scalar)) {
      return refuse(element, label, "its component is no scalar", use);
    }
    return new ValueType.Wrapped(ClassName.get(element), name, value);
  }

  /** Whether reading the component cannot declare a message. */
  private static boolean mayBeScalar(RecordComponentElement component) {
    String name = Names.full(component.asType());
    return name.equals("byte[]") || JavaTypes.scalar(name).isPresent();
  }

  private @Nullable ValueType refuse(TypeElement element, String label, String found, Use use) {
    Mark mark = Mark.on(element, Annotations.SCALAR).orElseThrow();
    problems.add(
        Texts.badScalar(compilation.isRoot(element) ? mark.site() : use.site(), label, found));
    return null;
  }
}
