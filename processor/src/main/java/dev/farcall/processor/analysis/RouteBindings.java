package dev.farcall.processor.analysis;

import com.palantir.javapoet.TypeName;
import dev.farcall.processor.analysis.RouteMarks.Parameter;
import dev.farcall.processor.analysis.RouteMarks.VerbMark;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.RouteModel.QueryPart;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import dev.farcall.processor.model.ValueType;
import dev.farcall.route.PathTemplate;
import dev.farcall.route.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides where each field of a request stands: in the path, the query or the body. */
final class RouteBindings {

  private final Problems problems;
  private final QueryParts queryParts;
  private final Map<String, MessageModel> messages = new HashMap<>();

  RouteBindings(Problems problems, List<SchemaDraft> drafts) {
    this.problems = problems;
    this.queryParts = new QueryParts(problems, this);
    for (SchemaDraft draft : drafts) {
      draft.messages().forEach(message -> messages.put(message.fullName(), message));
    }
  }

  /** A path with all that is bound to it. */
  record Bound(
      PathTemplate template, List<FieldModel> path, List<QueryPart> query, RouteModel.Body body) {}

  /** A message of this compilation. */
  Optional<MessageModel> message(String fullName) {
    return Optional.ofNullable(messages.get(fullName));
  }

  /** The bindings of a path, or nothing if a part of the request has no place, which is told. */
  Optional<Bound> bind(MethodModel method, RouteMarks marks, VerbMark verb, PathTemplate template) {
    int before = problems.all().size();
    marks.parameters().forEach(this::refuseTwoPlaces);
    boolean hasBody = verb.verb() != Verb.GET && verb.verb() != Verb.DELETE;
    Optional<Bound> bound =
        method.requestIsParameter() && hasBody
            ? whole(marks, verb, template)
            : spread(method, marks, verb, template, hasBody);
    return problems.all().size() == before ? bound : Optional.empty();
  }

  private void refuseTwoPlaces(Parameter parameter) {
    String elsewhere = null;
    if (parameter.role() instanceof ParameterModel.HeaderRole) {
      elsewhere = "is a header";
    } else if (parameter.role() instanceof ParameterModel.ContextRole) {
      elsewhere = "is the call's context";
    }
    Optional<Mark> query = parameter.query();
    Optional<Mark> body = parameter.body();
    if (elsewhere == null && query.isPresent() && body.isPresent()) {
      elsewhere = "is the body";
      body = Optional.empty();
    }
    if (elsewhere != null) {
      refuse(query, "Query", parameter, elsewhere);
      refuse(body, "Body", parameter, elsewhere);
    }
  }

  private void refuse(Optional<Mark> mark, String name, Parameter parameter, String elsewhere) {
    mark.ifPresent(
        found ->
            problems.add(
                Texts.twoPlaces(
                    parameter.use().site(found.site()), name, parameter.use().label(), elsewhere)));
  }

  /** The one parameter is the request itself, and stands in the body. */
  private Optional<Bound> whole(RouteMarks marks, VerbMark verb, PathTemplate template) {
    for (String variable : template.variables()) {
      noVariable(marks, verb, variable, "parameter", List.of());
    }
    for (Parameter parameter : marks.parameters()) {
      if (parameter.role() instanceof ParameterModel.PayloadRole) {
        refuse(parameter.query(), "Query", parameter, "is the whole request");
      }
    }
    return Optional.of(new Bound(template, List.of(), List.of(), new RouteModel.Body.Whole()));
  }

  private Optional<Bound> spread(
      MethodModel method, RouteMarks marks, VerbMark verb, PathTemplate template, boolean hasBody) {
    Optional<MessageModel> request = message(method.request().fullName());
    if (request.isEmpty() || !hasFields(request.get())) {
      queryParts.refuse(
          payload(marks),
          method.request().javaType(),
          "Declare its parts as parameters, or use @Post.");
      return Optional.empty();
    }
    if (method.requestIsParameter()) {
      Parameter parameter = payload(marks);
      refuse(parameter.query(), "Query", parameter, "gives its components to the query");
      refuseBody(parameter, verb);
    }
    List<FieldModel> rest = new ArrayList<>(request.get().body().fields());
    List<FieldModel> path = path(method, marks, verb, template, rest);
    if (!hasBody) {
      rest.forEach(
          field -> marks.parameter(field.javaName()).ifPresent(it -> refuseBody(it, verb)));
      List<QueryPart> query = queryParts.of(rest);
      return Optional.of(new Bound(template, path, query, new RouteModel.Body.None()));
    }
    return Optional.of(withBody(marks, template, path, rest));
  }

  private static boolean hasFields(MessageModel request) {
    return request.body() instanceof Body.Record || request.body() instanceof Body.Request;
  }

  private static Parameter payload(RouteMarks marks) {
    return marks.parameters().stream()
        .filter(each -> each.role() instanceof ParameterModel.PayloadRole)
        .findFirst()
        .orElseThrow();
  }

  private void refuseBody(Parameter parameter, VerbMark verb) {
    parameter
        .body()
        .ifPresent(
            mark ->
                problems.add(
                    Texts.bodyless(
                        parameter.use().site(mark.site()),
                        parameter.use().label(),
                        verb.verb().name())));
  }

  /** Takes the path's fields from the others. */
  private List<FieldModel> path(
      MethodModel method,
      RouteMarks marks,
      VerbMark verb,
      PathTemplate template,
      List<FieldModel> rest) {
    List<FieldModel> path = new ArrayList<>();
    for (String variable : template.variables()) {
      Optional<FieldModel> found =
          rest.stream().filter(field -> field.javaName().equals(variable)).findFirst();
      if (found.isEmpty()) {
        String what = method.requestIsParameter() ? "component" : "parameter";
        noVariable(marks, verb, variable, what, rest);
        continue;
      }
      FieldModel field = found.get();
      rest.remove(field);
      path.add(field);
      if (!TextForm.isOne(field.shape())) {
        problems.add(
            Texts.noPathForm(
                field.site(), marks.call().label(), "'" + variable + "', " + type(field)));
      }
      marks
          .parameter(variable)
          .ifPresent(
              parameter -> {
                refuse(parameter.query(), "Query", parameter, "is in the path");
                refuse(parameter.body(), "Body", parameter, "is in the path");
              });
    }
    return path;
  }

  private void noVariable(
      RouteMarks marks, VerbMark verb, String variable, String what, List<FieldModel> rest) {
    String known =
        rest.isEmpty()
            ? "a path without it"
            : rest.stream().map(FieldModel::javaName).collect(Collectors.joining(", "));
    Site own = marks.call().scope().site(verb.mark().site("value"));
    problems.add(Texts.noSuchVariable(own, marks.call().label(), variable, what, known));
  }

  private Bound withBody(
      RouteMarks marks, PathTemplate template, List<FieldModel> path, List<FieldModel> rest) {
    List<FieldModel> bodies = marked(rest, marks, Annotations.BODY);
    if (!bodies.isEmpty()) {
      bodies.stream().skip(1).forEach(second -> secondBody(second, marks));
      rest.removeAll(bodies);
      return new Bound(
          template, path, queryParts.of(rest), new RouteModel.Body.Field(bodies.get(0)));
    }
    List<FieldModel> query = marked(rest, marks, Annotations.QUERY);
    rest.removeAll(query);
    if (!rest.isEmpty() && !isOneMessage(rest)) {
      String members = rest.stream().map(FieldModel::javaName).collect(Collectors.joining(", "));
      query.forEach(
          field ->
              marks
                  .parameter(field.javaName())
                  .ifPresent(
                      it ->
                          problems.add(
                              Texts.queryBesideMembers(
                                  it.use().site(it.query().orElseThrow().site()),
                                  it.use().label(),
                                  members))));
    }
    return new Bound(template, path, queryParts.of(query), body(path, rest));
  }

  private static RouteModel.Body body(List<FieldModel> path, List<FieldModel> rest) {
    if (rest.isEmpty()) {
      return new RouteModel.Body.None();
    }
    if (isOneMessage(rest)) {
      return new RouteModel.Body.Field(rest.get(0));
    }
    return path.isEmpty()
        ? new RouteModel.Body.Whole()
        : new RouteModel.Body.Members(List.copyOf(rest));
  }

  private void secondBody(FieldModel second, RouteMarks marks) {
    marks
        .parameter(second.javaName())
        .ifPresent(
            it ->
                problems.add(
                    Texts.secondBody(
                        it.use().site(it.body().orElseThrow().site()), it.use().label())));
  }

  private static List<FieldModel> marked(
      List<FieldModel> fields, RouteMarks marks, String annotation) {
    return fields.stream()
        .filter(
            field ->
                marks
                    .parameter(field.javaName())
                    .flatMap(parameter -> parameter.use().mark(annotation))
                    .isPresent())
        .toList();
  }

  private static boolean isOneMessage(List<FieldModel> fields) {
    return fields.size() == 1
        && fields.get(0).shape() instanceof Shape.Singular singular
        && (singular.type() instanceof ValueType.Message
            || singular.type() instanceof ValueType.ForeignMessage);
  }

  /** The type without packages. */
  static String type(FieldModel field) {
    return brief(field.javaType());
  }

  static String brief(TypeName type) {
    return Names.withoutPackages(type.toString());
  }
}
