package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.History;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads what is sent as one value: the result of a method, or the elements of a stream. What is a
 * message is sent as it is, all else in a message that is made around it.
 */
final class MessageOfOne {

  private static final ClassName VOID = ClassName.get(Void.class);

  private final Compilation compilation;
  private final Problems problems;
  private final TypeReader types;
  private final ValueReader values;
  private final FieldReader fields;
  private final MessageRefs refs;
  private final Nullness nullness;

  MessageOfOne(
      Compilation compilation,
      Problems problems,
      TypeReader types,
      ValueReader values,
      FieldReader fields,
      MessageRefs refs) {
    this.compilation = compilation;
    this.problems = problems;
    this.types = types;
    this.values = values;
    this.fields = fields;
    this.refs = refs;
    this.nullness = new Nullness(problems);
  }

  /** Which way it goes: how its message, and the field in it, are called. */
  enum Way {
    REQUEST("Request", "value", "Leave it out."),
    RESPONSE("Response", "result", "Return CompletionStage<Void>.");

    private final String suffix;
    private final String field;
    private final String insteadOfNothing;

    Way(String suffix, String field, String insteadOfNothing) {
      this.suffix = suffix;
      this.field = field;
      this.insteadOfNothing = insteadOfNothing;
    }
  }

  /** The message of a value, or nothing if it cannot be sent, which is then told. */
  Optional<MessageRef> of(TypeMirror value, Way way, MethodReader.Call call, Use use, String doc) {
    boolean isMessage = values.isMessage(value, use) && !Nullness.isDeclaredNullable(use);
    if (!call.wrap() && isMessage) {
      Shape shape = types.shape(value, use);
      return shape instanceof Shape.Singular singular
          ? refs.of(singular.type(), use)
          : Optional.empty();
    }
    List<FieldModel> field =
        fields.read(List.of(new FieldReader.Source(way.field, value, use, doc)));
    return field.isEmpty()
        ? Optional.empty()
        : Optional.of(around(TypeName.get(value).box(), Optional.of(field.get(0)), way, call));
  }

  /** The message of each element of a stream. */
  Optional<MessageRef> ofElements(
      TypeMirror stream, Way way, MethodReader.Call call, Use use, String doc) {
    List<? extends TypeMirror> arguments = ((DeclaredType) stream).getTypeArguments();
    if (arguments.isEmpty()) {
      problems.add(Texts.openType(use.site(), Names.brief(stream), use.place()));
      return Optional.empty();
    }
    TypeMirror element = arguments.get(0);
    if (Shapes.refuse(element, stream, call, use, problems)
        || refuseAbsent(element, stream, way, call, use)) {
      return Optional.empty();
    }
    return of(unboxed(element), way, call, use, doc);
  }

  /** The message of nothing. */
  MessageRef ofNothing(MethodReader.Call call) {
    return around(VOID, Optional.empty(), Way.RESPONSE, call);
  }

  /** What a stream carries is always there. */
  private boolean refuseAbsent(
      TypeMirror element, TypeMirror stream, Way way, MethodReader.Call call, Use use) {
    String cure = null;
    if (isVoid(element)) {
      cure = "It has no elements. " + way.insteadOfNothing;
    } else if (Shapes.nameOf(element).startsWith("java.util.Optional")) {
      cure = "An element is always there: leave out what is absent.";
    } else if (Nullness.isDeclaredNullable(use)) {
      cure = "Neither it nor an element is ever null: remove @Nullable.";
    }
    if (cure != null) {
      problems.add(Texts.badStream(use.site(), call.label(), Names.brief(stream), cure));
      return true;
    }
    return nullness.refuse(element, use);
  }

  private TypeMirror unboxed(TypeMirror element) {
    return JavaTypes.unboxed(Shapes.nameOf(element)).isPresent()
        ? compilation.types().unboxedType(element)
        : element;
  }

  private static MessageRef around(
      TypeName javaType, Optional<FieldModel> field, Way way, MethodReader.Call call) {
    Home home = call.scope().home();
    ClassName codec = home.className(call.flat() + way.suffix + "Codec");
    String protoName = call.service().protoName() + call.rpc() + way.suffix;
    home.draft()
        .add(
            new MessageModel(
                javaType,
                codec,
                protoName,
                home.fullName(protoName),
                Optional.empty(),
                call.label(),
                new MessageModel.Body.Result(field),
                false,
                "",
                false,
                History.NONE,
                call.scope().site(call.method())));
    return new MessageRef(javaType, codec, home.fullName(protoName));
  }

  static boolean isVoid(TypeMirror type) {
    return type.getKind() == TypeKind.VOID || Shapes.nameOf(type).equals("java.lang.Void");
  }
}
