package dev.farcall.processor.analysis;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.analysis.MessageOfOne.Way;
import dev.farcall.processor.model.History;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageRef;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.StreamForm;
import dev.farcall.processor.model.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads a method's parameters, and the message they are sent as. */
final class RequestReader {

  private static final String CONTEXT = "dev.farcall.call.CallContext";

  private final Problems problems;
  private final TypeReader types;
  private final ValueReader values;
  private final FieldReader fields;
  private final MessageRefs refs;
  private final MessageOfOne elements;
  private final Headers headers;
  private final Docs docs;

  RequestReader(
      Compilation compilation,
      Problems problems,
      TypeReader types,
      ValueReader values,
      FieldReader fields,
      MessageRefs refs,
      MessageOfOne elements) {
    this.problems = problems;
    this.types = types;
    this.values = values;
    this.fields = fields;
    this.refs = refs;
    this.elements = elements;
    this.headers = new Headers(problems, types);
    this.docs = new Docs(compilation.elements());
  }

  /**
   * @param message what is sent, or what each element of a stream is sent as; empty if it cannot
   *     be, which was told
   * @param isParameter whether that is the one payload parameter itself
   */
  record Request(
      List<ParameterModel> parameters, Optional<MessageRef> message, boolean isParameter) {}

  private record Payload(VariableElement element, TypeMirror type, Use use) {}

  Request read(MethodReader.Call call) {
    List<ParameterModel> parameters = new ArrayList<>();
    List<Payload> payload = new ArrayList<>();
    Optional<Payload> stream = Optional.empty();
    boolean context = false;
    Set<String> headerNames = new HashSet<>();
    for (int i = 0; i < call.method().getParameters().size(); i++) {
      VariableElement element = call.method().getParameters().get(i);
      TypeMirror type = call.type().getParameterTypes().get(i);
      Use use = use(element, call);
      ParameterModel.Role role = role(type, use);
      if (role instanceof ParameterModel.PayloadRole) {
        payload.add(new Payload(element, type, use));
      } else if (role instanceof ParameterModel.StreamRole) {
        stream = Optional.of(new Payload(element, type, use));
        refuseNumber(use, "each element is a message of its own. Remove it");
      } else {
        refuseNumber(use, "the parameter is no part of the request message. Remove it");
      }
      if (role instanceof ParameterModel.HeaderRole header && !headerNames.add(header.header())) {
        headers.refuseTwice(header, use);
      }
      if (role instanceof ParameterModel.ContextRole) {
        requireOneContext(context, use, call);
        context = true;
      }
      parameters.add(
          new ParameterModel(
              element.getSimpleName().toString(),
              TypeName.get(type),
              role,
              docs.ofParameter(call.method(), element.getSimpleName().toString())));
    }
    if (stream.isPresent()) {
      return new Request(List.copyOf(parameters), elements(stream.get(), call), false);
    }
    boolean direct = payload.size() == 1 && !call.wrap() && isDirect(payload.get(0));
    return direct
        ? new Request(List.copyOf(parameters), direct(payload.get(0)), true)
        : new Request(List.copyOf(parameters), synthesised(call, payload), false);
  }

  private ParameterModel.Role role(TypeMirror type, Use use) {
    Optional<Mark> header = use.mark(Annotations.HEADER);
    if (header.isPresent()) {
      return headers.read(header.get(), type, use);
    }
    if (isContext(type)) {
      return new ParameterModel.ContextRole();
    }
    Optional<StreamForm> stream = Shapes.stream(type);
    return stream.isPresent()
        ? new ParameterModel.StreamRole(stream.get())
        : new ParameterModel.PayloadRole();
  }

  /** Whether a parameter is sent as, or in, the request. */
  static boolean isData(TypeMirror type, Use use) {
    return use.mark(Annotations.HEADER).isEmpty() && !isContext(type);
  }

  private static boolean isContext(TypeMirror type) {
    return Names.full(type).equals(CONTEXT);
  }

  private void requireOneContext(boolean found, Use use, MethodReader.Call call) {
    if (found) {
      problems.add(
          Texts.badShape(
              use.site(),
              call.label(),
              "a second CallContext",
              "One is enough: remove the other."));
    }
  }

  private void refuseNumber(Use use, String reason) {
    for (String annotation : List.of(Annotations.TAG, Annotations.WAS)) {
      use.mark(annotation)
          .ifPresent(
              mark ->
                  problems.add(
                      Texts.noEffect(
                          use.site(mark.site()),
                          annotation.substring(annotation.lastIndexOf('.') + 1),
                          use.label(),
                          reason)));
    }
  }

  private Optional<MessageRef> elements(Payload stream, MethodReader.Call call) {
    String name = stream.element().getSimpleName().toString();
    String doc = docs.ofParameter(call.method(), name);
    return elements.ofElements(stream.type(), Way.REQUEST, call, stream.use(), doc);
  }

  private boolean isDirect(Payload payload) {
    return values.isMessage(payload.type(), payload.use())
        && !Nullness.isDeclaredNullable(payload.use());
  }

  private Optional<MessageRef> direct(Payload payload) {
    refuseNumber(
        payload.use(),
        "the parameter is itself the request message. Remove it, or add @Rpc(wrap = true)");
    Shape shape = types.shape(payload.type(), payload.use());
    return shape instanceof Shape.Singular singular
        ? refs.of(singular.type(), payload.use())
        : Optional.empty();
  }

  private Optional<MessageRef> synthesised(MethodReader.Call call, List<Payload> payload) {
    List<FieldReader.Source> sources = new ArrayList<>();
    boolean shapes = true;
    for (Payload each : payload) {
      String name = each.element().getSimpleName().toString();
      if (Shapes.refuse(each.type(), each.type(), call, each.use(), problems)) {
        shapes = false;
        continue;
      }
      sources.add(
          new FieldReader.Source(
              name, each.type(), each.use(), docs.ofParameter(call.method(), name)));
    }
    if (!shapes) {
      return Optional.empty();
    }
    Home home = call.scope().home();
    ClassName record = home.className(call.flat() + "Request");
    ClassName codec = home.className(call.flat() + "RequestCodec");
    String protoName = call.service().protoName() + call.rpc() + "Request";
    home.draft()
        .add(
            new MessageModel(
                record,
                codec,
                protoName,
                home.fullName(protoName),
                Optional.empty(),
                call.label(),
                new MessageModel.Body.Request(fields.read(sources)),
                false,
                "",
                false,
                History.NONE,
                call.scope().site(call.method())));
    return Optional.of(new MessageRef(record, codec, home.fullName(protoName)));
  }

  static Use use(VariableElement element, MethodReader.Call call) {
    String name = element.getSimpleName().toString();
    return new Use(
        "parameter " + name + " of " + call.label(),
        call.label() + "(" + name + ")",
        List.of(element),
        call.scope());
  }
}
