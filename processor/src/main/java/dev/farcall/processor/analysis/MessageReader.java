package dev.farcall.processor.analysis;

import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Problems;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads the bodies of declared messages: records, sealed interfaces, exceptions. */
final class MessageReader {

  private final Compilation compilation;
  private final FieldReader fields;
  private final OneofReader oneofs;
  private final ErrorFields errors;
  private final Docs docs;

  MessageReader(
      Compilation compilation, Problems problems, TypeReader types, Declarations declarations) {
    this.compilation = compilation;
    this.fields = new FieldReader(compilation, problems, types);
    this.oneofs = new OneofReader(compilation, problems, declarations);
    this.errors = new ErrorFields(compilation, problems, fields);
    this.docs = new Docs(compilation.elements());
  }

  FieldReader fields() {
    return fields;
  }

  /** Reads one message into the schema it belongs to. */
  void read(Declarations.Declared declared) {
    TypeElement element = declared.element();
    declared
        .scope()
        .home()
        .draft()
        .add(
            new MessageModel(
                declared.message().javaType(),
                declared.message().codec(),
                declared.protoName(),
                declared.message().fullName(),
                declared.parent(),
                Names.label(element),
                body(declared),
                true,
                docs.of(element),
                compilation.elements().isDeprecated(element),
                FormerNames.history(element, declared.message().fullName()),
                declared.scope().site(element)));
  }

  private Body body(Declarations.Declared declared) {
    TypeElement element = declared.element();
    if (element.getKind() == ElementKind.RECORD) {
      return new Body.Record(components(element, declared.type(), declared.scope()));
    }
    return element.getKind() == ElementKind.INTERFACE
        ? oneofs.read(element, declared.type(), declared.scope())
        : new Body.Error(errors.read(element, declared.scope()));
  }

  private List<FieldModel> components(TypeElement element, DeclaredType type, Scope scope) {
    String owner = Names.label(element);
    List<FieldReader.Source> sources = new ArrayList<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      Use use =
          new Use(
              "component " + owner + "." + name,
              owner + "." + name,
              Components.places(component),
              scope);
      sources.add(
          new FieldReader.Source(
              name, typeOf(component, type), use, docs.ofParameter(element, name)));
    }
    return fields.read(sources);
  }

  /** The component's type with the record's type arguments in place. */
  private TypeMirror typeOf(RecordComponentElement component, DeclaredType owner) {
    if (owner.getTypeArguments().isEmpty()) {
      return component.asType();
    }
    ExecutableType accessor =
        (ExecutableType) compilation.types().asMemberOf(owner, component.getAccessor());
    return accessor.getReturnType();
  }
}
