package dev.farcall.processor.analysis;

import dev.farcall.processor.analysis.MessageOfOne.Way;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Texts;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads how a method answers, and the message it answers with. */
final class ReplyReader {

  private final Problems problems;
  private final MessageOfOne messages;

  ReplyReader(Problems problems, MessageOfOne messages) {
    this.problems = problems;
    this.messages = messages;
  }

  /** A method's way to answer and the message of the answer, or of each element. */
  record Result(Reply reply, MessageRef message) {}

  /** The answer, or nothing if it cannot be sent, which is then told. */
  Optional<Result> read(MethodReader.Call call) {
    TypeMirror declared = call.type().getReturnType();
    Use use = use(call);
    Reply reply = Shapes.reply(declared);
    Optional<MessageRef> message =
        reply.isStream()
            ? messages.ofElements(declared, Way.RESPONSE, call, use, "")
            : one(declared, reply, call, use);
    return message.map(found -> new Result(reply, found));
  }

  private Optional<MessageRef> one(
      TypeMirror declared, Reply reply, MethodReader.Call call, Use use) {
    TypeMirror result = declared;
    if (reply.isPromise()) {
      List<? extends TypeMirror> arguments = ((DeclaredType) declared).getTypeArguments();
      if (arguments.isEmpty()) {
        problems.add(Texts.openType(use.site(), Names.brief(declared), use.place()));
        return Optional.empty();
      }
      result = arguments.get(0);
    }
    if (Shapes.refuse(result, declared, call, use, problems)) {
      return Optional.empty();
    }
    if (!MessageOfOne.isVoid(result)) {
      return messages.of(result, Way.RESPONSE, call, use, "");
    }
    use.mark(Annotations.ENCODING)
        .ifPresent(
            mark ->
                problems.add(
                    Texts.badEncoding(
                        use.site(mark.site("value")),
                        mark.constant("value"),
                        use.label(),
                        "void")));
    return Optional.of(messages.ofNothing(call));
  }

  private static Use use(MethodReader.Call call) {
    return new Use(
        "the result of " + call.label(), call.label(), List.of(call.method()), call.scope());
  }
}
