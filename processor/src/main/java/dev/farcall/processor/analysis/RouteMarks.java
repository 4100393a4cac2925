package dev.farcall.processor.analysis;

import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.route.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * What a method's annotations say of HTTP, kept until the fields of all messages are known.
 *
 * @param http of the service, or of the super-interface that declares the method
 * @param verbs in the order in which they are written
 * @param parameters those of the method, in order
 */
record RouteMarks(
    MethodReader.Call call,
    Optional<Mark> http,
    List<VerbMark> verbs,
    Optional<Mark> status,
    List<Parameter> parameters) {

  private static final String PACKAGE = Annotations.GET.substring(0, Annotations.GET.length() - 3);

  /** A verb and its annotation. */
  record VerbMark(Verb verb, Mark mark) {
    /** As in {@code Get}. */
    String annotation() {
      return simpleName(verb);
    }
  }

  /** A parameter and the place where its annotations are found. */
  record Parameter(String name, Use use, ParameterModel.Role role) {
    Optional<Mark> query() {
      return use.mark(Annotations.QUERY);
    }

    Optional<Mark> body() {
      return use.mark(Annotations.BODY);
    }
  }

  static RouteMarks of(MethodReader.Call call, TypeElement service, MethodModel method) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      ParameterModel parameter = method.parameters().get(i);
      Use use = RequestReader.use(call.method().getParameters().get(i), call);
      parameters.add(new Parameter(parameter.name(), use, parameter.role()));
    }
    return new RouteMarks(
        call,
        Mark.on(List.of(service, call.method().getEnclosingElement()), Annotations.HTTP),
        verbs(call),
        Mark.on(call.method(), Annotations.STATUS),
        List.copyOf(parameters));
  }

  /** The verbs of a method. */
  static List<VerbMark> verbs(MethodReader.Call call) {
    List<VerbMark> verbs = new ArrayList<>();
    for (AnnotationMirror mirror : call.method().getAnnotationMirrors()) {
      String name = Mark.nameOf(mirror);
      Mark mark = new Mark(call.method(), mirror);
      for (Verb verb : Verb.values()) {
        String annotation = PACKAGE + simpleName(verb);
        if (name.equals(annotation)) {
          verbs.add(new VerbMark(verb, mark));
        } else if (name.equals(annotation + Annotations.REPEATED)) {
          for (AnnotationValue each : mark.list("value")) {
            verbs.add(
                new VerbMark(verb, new Mark(call.method(), (AnnotationMirror) each.getValue())));
          }
        }
      }
    }
    return verbs;
  }

  /** The parameter of a field of a request that was made of parameters. */
  Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static String simpleName(Verb verb) {
    return verb.name().charAt(0) + verb.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
