package dev.farcall.processor.analysis;

import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.TagModel;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.List;
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
    List<EnumModel.Constant> constants = new ArrayList<>();
    for (Element each : elements) {
      boolean isZero = zero.filter(each::equals).isPresent();
      constants.add(constant(each, protoName, isZero, tag(each, isZero, label, scope), scope));
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
        FormerNames.history(element, type.fullName()),
        scope.site(element));
  }

  private EnumModel.Constant constant(
      Element element, String enumName, boolean zero, Optional<TagModel> tag, Scope scope) {
    String name = element.getSimpleName().toString();
    String prefix = Names.upperSnake(enumName) + "_";
    List<String> aliases =
        FormerNames.of(element).stream().map(former -> prefix + Names.upperSnake(former)).toList();
    return new EnumModel.Constant(
        name,
        prefix + (zero ? "UNSPECIFIED" : Names.upperSnake(name)),
        0,
        tag,
        aliases,
        docs.of(element),
        compilation.elements().isDeprecated(element),
        scope.site(element));
  }

  private Optional<TagModel> tag(Element constant, boolean zero, String label, Scope scope) {
    Optional<Mark> mark = Mark.on(constant, Annotations.TAG);
    String place = label + "." + constant.getSimpleName();
    if (!zero) {
      return new Tags(problems).ofConstant(mark, place, scope.site(constant));
    }
    mark.filter(tag -> tag.number("value") != 0)
        .ifPresent(
            tag ->
                problems.add(
                    Texts.badNumber(
                        scope.site(tag.site("value")),
                        place,
                        tag.number("value"),
                        "0 only, because it is the absent value")));
    return Optional.empty();
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
