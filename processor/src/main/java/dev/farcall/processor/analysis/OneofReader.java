package dev.farcall.processor.analysis;

import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.TagModel;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads a sealed interface as a oneof of its members. */
final class OneofReader {

  private final Compilation compilation;
  private final Problems problems;
  private final Declarations declarations;
  private final Members members;

  OneofReader(Compilation compilation, Problems problems, Declarations declarations) {
    this.compilation = compilation;
    this.problems = problems;
    this.declarations = declarations;
    this.members = new Members(compilation);
  }

  Body.Oneof read(TypeElement element, DeclaredType type, Scope scope) {
    String owner = Names.label(element);
    Map<TypeElement, ValueType.Message> read = new LinkedHashMap<>();
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      TypeElement member = (TypeElement) ((DeclaredType) permitted).asElement();
      ValueType.Message message = member(member, element, type, owner, scope);
      if (message != null) {
        read.put(member, message);
      }
    }
    List<CaseModel> cases = new ArrayList<>();
    List<CaseModel> unknown = new ArrayList<>();
    read.forEach(
        (member, message) -> {
          CaseModel model =
              new CaseModel(
                  Names.snake(member.getSimpleName().toString()),
                  0,
                  tag(member, scope),
                  FormerNames.of(member).stream().map(Names::snake).toList(),
                  message,
                  scope.site(member));
          cases.add(model);
          Mark.on(member, Annotations.UNKNOWN_VALUE)
              .ifPresent(mark -> addUnknown(mark, member, model, unknown, scope));
        });
    return new Body.Oneof(List.copyOf(cases), unknown.stream().findFirst());
  }

  private ValueType.@Nullable Message member(
      TypeElement member, TypeElement element, DeclaredType type, String owner, Scope scope) {
    boolean isRecord =
        member.getKind() == ElementKind.RECORD && !Mark.has(member, Annotations.SCALAR);
    boolean isSealed =
        member.getKind() == ElementKind.INTERFACE
            && member.getModifiers().contains(Modifier.SEALED);
    if (!isRecord && !isSealed) {
      problems.add(Texts.badMember(scope.site(member), Names.label(member), owner));
      return null;
    }
    Use use =
        new Use(
            "member " + Names.label(member) + " of " + owner,
            Names.label(member),
            List.of(member),
            scope);
    if (member.getModifiers().contains(Modifier.PRIVATE)) {
      problems.add(Texts.inaccessible(scope.site(member), Names.label(member), owner));
      return null;
    }
    Optional<DeclaredType> bound = members.bind(member, element, type);
    if (bound.isEmpty()) {
      problems.add(Texts.openType(scope.site(member), Names.brief(member.asType()), use.place()));
      return null;
    }
    return declarations.message(bound.get(), use);
  }

  private void addUnknown(
      Mark mark, TypeElement member, CaseModel model, List<CaseModel> unknown, Scope scope) {
    String label = Names.label(member);
    if (member.getKind() != ElementKind.RECORD || !member.getRecordComponents().isEmpty()) {
      problems.add(
          Texts.badSpecialValue(
              scope.site(mark.site()),
              "UnknownValue",
              label,
              "it stands for what is not known, so it is a record without components. Remove its"
                  + " components, or the annotation"));
    } else if (!unknown.isEmpty()) {
      problems.add(
          Texts.badSpecialValue(
              scope.site(mark.site()),
              "UnknownValue",
              label,
              "another member carries it already. Remove one of them"));
    } else {
      unknown.add(model);
    }
  }

  private Optional<TagModel> tag(TypeElement member, Scope scope) {
    return new Tags(problems)
        .ofField(
            Mark.on(member, Annotations.TAG),
            Names.label(member),
            compilation.isRoot(member) ? JavacSite.of(member) : scope.site(member));
  }
}
