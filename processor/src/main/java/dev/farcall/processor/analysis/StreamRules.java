package dev.farcall.processor.analysis;

import dev.farcall.processor.model.MethodModel.Reply;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.StreamForm;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Which streams of a method go together. */
final class StreamRules {

  private final Problems problems;

  StreamRules(Problems problems) {
    this.problems = problems;
  }

  private record Parameter(TypeMirror type, Use use) {}

  /** Whether the streams of a method go together; if not, it is told. */
  boolean fit(MethodReader.Call call) {
    List<Parameter> data = data(call);
    List<Parameter> streams =
        data.stream().filter(each -> Shapes.stream(each.type()).isPresent()).toList();
    if (streams.isEmpty()) {
      return true;
    }
    if (data.size() > 1) {
      for (Parameter each : streams) {
        problems.add(Texts.streamBeside(each.use().site(), call.label(), Names.brief(each.type())));
      }
      return false;
    }
    return pulledAlone(call, streams.get(0));
  }

  /** What a thread pulls from, it cannot push into. */
  private boolean pulledAlone(MethodReader.Call call, Parameter stream) {
    TypeMirror result = call.type().getReturnType();
    Reply reply = Shapes.reply(result);
    boolean pulled = Shapes.stream(stream.type()).filter(StreamForm.STREAM::equals).isPresent();
    if (pulled && reply != Reply.VALUE) {
      problems.add(
          Texts.badStream(
              stream.use().site(),
              call.label(),
              Names.brief(stream.type()),
              "It is pulled by the thread that calls, which waits for the answer: use"
                  + " Flow.Publisher, or return a plain result."));
      return false;
    }
    if (reply == Reply.STREAM) {
      problems.add(
          Texts.badStream(
              call.scope().site(call.method()),
              call.label(),
              Names.brief(result),
              "One thread cannot send a stream and pull another: return Flow.Publisher."));
      return false;
    }
    return true;
  }

  private static List<Parameter> data(MethodReader.Call call) {
    List<Parameter> data = new ArrayList<>();
    List<? extends VariableElement> declared = call.method().getParameters();
    for (int i = 0; i < declared.size(); i++) {
      TypeMirror type = call.type().getParameterTypes().get(i);
      Use use = RequestReader.use(declared.get(i), call);
      if (RequestReader.isData(type, use)) {
        data.add(new Parameter(type, use));
      }
    }
    return data;
  }
}
