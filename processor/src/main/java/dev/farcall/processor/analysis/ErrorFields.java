package dev.farcall.processor.analysis;

import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.Problem;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads the parameters of an exception's public constructor, each with an accessor of its name. */
final class ErrorFields {

  private final Compilation compilation;
  private final Problems problems;
  private final FieldReader fields;
  private final Docs docs;

  ErrorFields(Compilation compilation, Problems problems, FieldReader fields) {
    this.compilation = compilation;
    this.problems = problems;
    this.fields = fields;
    this.docs = new Docs(compilation.elements());
  }

  List<FieldModel> read(TypeElement element, Scope scope) {
    String owner = Names.label(element);
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(constructor -> constructor.getModifiers().contains(Modifier.PUBLIC))
            .toList();
    if (constructors.size() != 1) {
      problems.add(
          Texts.badErrorFields(
              scope.site(element),
              owner,
              "has " + constructors.size() + " public constructors (expected: one)",
              "Its parameters are what travels: leave one public."));
      return List.of();
    }
    ExecutableElement constructor = constructors.get(0);
    if (Parameters.areNameless(constructor)) {
      problems.add(Texts.noParameterNames(scope.site(constructor), owner));
      return List.of();
    }
    List<FieldReader.Source> sources = new ArrayList<>();
    for (VariableElement parameter : constructor.getParameters()) {
      String name = parameter.getSimpleName().toString();
      Optional<ExecutableElement> accessor = accessor(element, name);
      if (accessor.isEmpty() || !isSame(accessor.get(), parameter)) {
        problems.add(missing(parameter, owner, name, accessor.isPresent(), scope));
        continue;
      }
      List<Element> annotated = List.of(parameter, accessor.get());
      Use use = new Use("component " + owner + "." + name, owner + "." + name, annotated, scope);
      sources.add(
          new FieldReader.Source(
              name, parameter.asType(), use, docs.ofParameter(constructor, name)));
    }
    return fields.read(sources);
  }

  private Problem missing(
      VariableElement parameter, String owner, String name, boolean otherType, Scope scope) {
    String type = Names.brief(parameter.asType());
    return Texts.badErrorFields(
        scope.site(parameter),
        owner,
        otherType
            ? "has an accessor '" + name + "()' of another type than the constructor's parameter"
            : "has no accessor for its constructor's parameter '" + name + "'",
        "Add public "
            + type
            + " "
            + name
            + "()"
            + (name.equals("message") ? " { return getMessage(); }." : "."));
  }

  private Optional<ExecutableElement> accessor(TypeElement element, String name) {
    return ElementFilter.methodsIn(compilation.elements().getAllMembers(element)).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .filter(method -> method.getParameters().isEmpty())
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .findFirst();
  }

  private boolean isSame(ExecutableElement accessor, VariableElement parameter) {
    return Names.full(accessor.getReturnType()).equals(Names.full(parameter.asType()));
  }
}
