package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads how a method answers, and the message it answers with. */
final class ReplyReader {

  private static final ClassName VOID = ClassName.get(Void.class);

  private final Problems problems;
  private final TypeReader types;
  private final ValueReader values;
  private final FieldReader fields;
  private final MessageRefs refs;

  ReplyReader(
      Problems problems,
      TypeReader types,
      ValueReader values,
      FieldReader fields,
      MessageRefs refs) {
    this.problems = problems;
    this.types = types;
    this.values = values;
    this.fields = fields;
    this.refs = refs;
  }

  /** A method's way to answer and the message of the answer. */
  record Result(Reply reply, MessageRef message) {}

  /** The answer, or nothing if it cannot be sent, which is then told. */
  Optional<Result> read(MethodReader.Call call) {
    TypeMirror declared = call.type().getReturnType();
    Use use = use(call);
    Reply reply = reply(declared);
    if (reply != Reply.VALUE && ((DeclaredType) declared).getTypeArguments().isEmpty()) {
      problems.add(Texts.openType(use.site(), Names.brief(declared), use.place()));
      return Optional.empty();
    }
    TypeMirror result =
        reply == Reply.VALUE ? declared : ((DeclaredType) declared).getTypeArguments().get(0);
    if (Shapes.refuse(result, call, use, problems)) {
      return Optional.empty();
    }
    return message(result, call, use).map(message -> new Result(reply, message));
  }

  private Optional<MessageRef> message(TypeMirror result, MethodReader.Call call, Use use) {
    if (isVoid(result)) {
      use.mark(Annotations.ENCODING)
          .ifPresent(
              mark ->
                  problems.add(
                      Texts.badEncoding(
                          use.site(mark.site("value")),
                          mark.constant("value"),
                          use.label(),
                          "void")));
      return Optional.of(wrapper(VOID, Optional.empty(), call));
    }
    if (!call.wrap() && values.isMessage(result, use) && !Nullness.isDeclaredNullable(use)) {
      Shape shape = types.shape(result, use);
      return shape instanceof Shape.Singular singular
          ? refs.of(singular.type(), use)
          : Optional.empty();
    }
    List<FieldModel> field =
        fields.read(List.of(new FieldReader.Source("result", result, use, "")));
    return field.isEmpty()
        ? Optional.empty()
        : Optional.of(wrapper(TypeName.get(result).box(), Optional.of(field.get(0)), call));
  }

  private static MessageRef wrapper(
      TypeName javaType, Optional<FieldModel> field, MethodReader.Call call) {
    Home home = call.scope().home();
    ClassName codec = home.className(call.flat() + "ResponseCodec");
    String protoName = call.service().protoName() + call.rpc() + "Response";
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
                call.scope().site(call.method())));
    return new MessageRef(javaType, codec, home.fullName(protoName));
  }

  private static Reply reply(TypeMirror type) {
    return switch (Shapes.nameOf(type)) {
      case "java.util.concurrent.CompletionStage" -> Reply.COMPLETION_STAGE;
      case "java.util.concurrent.CompletableFuture" -> Reply.COMPLETABLE_FUTURE;
      default -> Reply.VALUE;
    };
  }

  private static boolean isVoid(TypeMirror type) {
    return type.getKind() == TypeKind.VOID || Shapes.nameOf(type).equals("java.lang.Void");
  }

  private static Use use(MethodReader.Call call) {
    return new Use(
        "the result of " + call.label(), call.label(), List.of(call.method()), call.scope());
  }
}
