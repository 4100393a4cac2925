package dev.farcall.processor.analysis;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads an enum: its constants, the one that is zero and the one for what is not known. */
final class EnumReader {

  private final Compilation compilation;
  private final Problems problems;
  private final Docs docs;

  EnumReader(Compilation compilation, Problems problems) {
    this.compilation = compilation;
    this.problems = problems;
    this.docs = new Docs(compilation.elements());
  }

  /** Whether a constant is zero, so that absence is that constant. */
  boolean hasZero(TypeElement element) {
    return zero(constants(element)).isPresent();
  }

  EnumModel read(
      TypeElement element,
      ValueType.Enumeration type,
      String protoName,
      Optional<String> parent,
      Scope scope) {
    List<Element> elements = constants(element);
    Optional<Element> zero = zero(elements);
    requireOne(elements, Annotations.UNSPECIFIED, "Unspecified", scope);
    requireOne(elements, Annotations.UNKNOWN_VALUE, "UnknownValue", scope);
    String label = Names.label(element);
    Map<String, Integer> numbers = numbers(elements, zero, label, scope);
    List<EnumModel.Constant> constants = new ArrayList<>();
    for (Element each : elements) {
      boolean isZero = zero.filter(each::equals).isPresent();
      String name = each.getSimpleName().toString();
      constants.add(
          constant(each, protoName, isZero, isZero ? 0 : numbers.getOrDefault(name, 0), scope));
    }
    return new EnumModel(
        type.javaType(),
        type.codec(),
        protoName,
        type.fullName(),
        parent,
        label,
        List.copyOf(constants),
        zero.flatMap(found -> find(constants, found)),
        elements.stream()
            .filter(each -> Mark.has(each, Annotations.UNKNOWN_VALUE))
            .findFirst()
            .flatMap(found -> find(constants, found)),
        docs.of(element),
        compilation.elements().isDeprecated(element),
        scope.site(element));
  }

  private EnumModel.Constant constant(
      Element element, String enumName, boolean zero, int number, Scope scope) {
    String name = element.getSimpleName().toString();
    String prefix = Names.upperSnake(enumName) + "_";
    List<String> aliases =
        Mark.on(element, Annotations.WAS).map(mark -> mark.list("value")).orElse(List.of()).stream()
            .map(former -> prefix + Names.upperSnake(former.getValue().toString()))
            .toList();
    return new EnumModel.Constant(
        name,
        prefix + (zero ? "UNSPECIFIED" : Names.upperSnake(name)),
        number,
        aliases,
        docs.of(element),
        compilation.elements().isDeprecated(element),
        scope.site(element));
  }

  private Map<String, Integer> numbers(
      List<Element> constants, Optional<Element> zero, String label, Scope scope) {
    List<Numbering.Numbered> numbered = new ArrayList<>();
    for (Element each : constants) {
      Optional<Mark> tag = Mark.on(each, Annotations.TAG);
      String name = each.getSimpleName().toString();
      if (zero.filter(each::equals).isEmpty()) {
        numbered.add(new Numbering.Numbered(name, label + "." + name, tag, scope.site(each)));
      } else if (tag.isPresent() && tag.get().number("value") != 0) {
        problems.add(
            Texts.badNumber(
                scope.site(tag.get().site("value")),
                label + "." + name,
                tag.get().number("value"),
                "0 only, because it is the absent value"));
      }
    }
    return new Numbering(problems).ofConstants(numbered);
  }

  private void requireOne(List<Element> constants, String annotation, String name, Scope scope) {
    List<Mark> marks =
        constants.stream().flatMap(each -> Mark.on(each, annotation).stream()).toList();
    for (Mark mark : marks.subList(Math.min(1, marks.size()), marks.size())) {
      problems.add(
          Texts.badSpecialValue(
              scope.site(mark.site()),
              name,
              mark.element().getSimpleName().toString(),
              marks.get(0).element().getSimpleName() + " carries it already. Remove one of them"));
    }
  }

  private static Optional<Element> zero(List<Element> constants) {
    return constants.stream()
        .filter(each -> Mark.has(each, Annotations.UNSPECIFIED))
        .findFirst()
        .or(() -> constants.stream().filter(EnumReader::isNamedUnspecified).findFirst());
  }

  private static boolean isNamedUnspecified(Element constant) {
    return constant.getSimpleName().contentEquals("UNSPECIFIED");
  }

  private static Optional<EnumModel.Constant> find(
      List<EnumModel.Constant> constants, Element element) {
    return constants.stream()
        .filter(each -> element.getSimpleName().contentEquals(each.javaName()))
        .findFirst();
  }

  private static List<Element> constants(TypeElement element) {
    List<Element> constants = new ArrayList<>();
    for (Element each : element.getEnclosedElements()) {
      if (each.getKind() == ElementKind.ENUM_CONSTANT) {
        constants.add(each);
      }
    }
    return constants;
  }
}
