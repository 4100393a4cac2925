package dev.farcall.processor.analysis;

import dev.farcall.processor.analysis.RouteMarks.VerbMark;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.Problems;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Site;
import dev.farcall.processor.model.Texts;
import dev.farcall.route.PathTemplate;
import dev.farcall.route.Verb;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the paths of methods. They are noted with each method and put together when all messages
 * have been read: a path may name the components of a record that was not known before.
 */
final class Routes {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int RESET_CONTENT = 205;
  private static final int MULTIPLE_CHOICES = 300;

  private final Problems problems;
  private final IdentityHashMap<MethodModel, RouteMarks> noted = new IdentityHashMap<>();

  Routes(Problems problems) {
    this.problems = problems;
  }

  /** Remembers what a method's annotations say. */
  void note(MethodModel method, RouteMarks marks) {
    noted.put(method, marks);
  }

  /** Puts the routes into the services. */
  void resolve(List<SchemaDraft> drafts) {
    RouteBindings bindings = new RouteBindings(problems, drafts);
    for (SchemaDraft draft : drafts) {
      draft.replaceServices(service -> service.withMethods(methods(service, bindings)));
    }
  }

  /**
   * Puts the routes of services of other modules into them: no more than their verbs and paths,
   * which is all that is written for twins.
   */
  void resolvePaths(List<SchemaDraft> drafts) {
    for (SchemaDraft draft : drafts) {
      draft.replaceServices(
          service -> service.withMethods(service.methods().stream().map(this::withPaths).toList()));
    }
  }

  private MethodModel withPaths(MethodModel method) {
    RouteMarks marks = noted.get(method);
    if (marks == null) {
      return method;
    }
    List<RouteModel> routes = new ArrayList<>();
    for (VerbMark verb : marks.verbs()) {
      template(verb, marks)
          .map(
              path ->
                  new RouteModel(
                      verb.verb(),
                      path,
                      List.of(),
                      List.of(),
                      new RouteModel.Body.None(),
                      OK,
                      Optional.empty(),
                      Site.NONE))
          .ifPresent(routes::add);
    }
    return method.withRoutes(routes);
  }

  private List<MethodModel> methods(ServiceModel service, RouteBindings bindings) {
    List<MethodModel> methods = new ArrayList<>();
    for (MethodModel method : service.methods()) {
      RouteMarks marks = noted.get(method);
      methods.add(marks == null ? method : method.withRoutes(read(method, marks, bindings)));
    }
    return methods;
  }

  private List<RouteModel> read(MethodModel method, RouteMarks marks, RouteBindings bindings) {
    if (marks.verbs().isEmpty()) {
      refuseWithoutPath(marks);
      return List.of();
    }
    if (method.kind().requestStream()) {
      refuseStreams(marks);
      return List.of();
    }
    if (method.kind().responseStream()) {
      marks
          .status()
          .ifPresent(
              mark ->
                  refuse(
                      "Status",
                      marks.call().label(),
                      site(marks, mark),
                      "a stream begins with 200, before it is known how it ends. Remove it"));
    }
    int status = status(method, marks, bindings);
    Optional<RouteModel.Location> location = location(method, marks, bindings);
    List<RouteModel> routes = new ArrayList<>();
    for (VerbMark verb : marks.verbs()) {
      refuseSafe(verb, marks);
      template(verb, marks)
          .flatMap(path -> bindings.bind(method, marks, verb, path))
          .map(
              bound ->
                  new RouteModel(
                      verb.verb(),
                      bound.template(),
                      bound.path(),
                      bound.query(),
                      bound.body(),
                      status,
                      location,
                      site(marks, verb.mark())))
          .ifPresent(routes::add);
    }
    return routes;
  }

  private void refuseWithoutPath(RouteMarks marks) {
    String reason = "the method has no path. Add @Get, @Post, @Put, @Patch or @Delete";
    marks
        .status()
        .ifPresent(mark -> refuse("Status", marks.call().label(), site(marks, mark), reason));
    for (RouteMarks.Parameter each : marks.parameters()) {
      each.query()
          .ifPresent(
              mark -> refuse("Query", each.use().label(), each.use().site(mark.site()), reason));
      each.body()
          .ifPresent(
              mark -> refuse("Body", each.use().label(), each.use().site(mark.site()), reason));
    }
  }

  private void refuse(String annotation, String label, Site site, String reason) {
    problems.add(Texts.noEffect(site, annotation, label, reason));
  }

  private void refuseStreams(RouteMarks marks) {
    for (VerbMark verb : marks.verbs()) {
      problems.add(
          Texts.streamInRest(site(marks, verb.mark()), verb.annotation(), marks.call().label()));
    }
  }

  private void refuseSafe(VerbMark verb, RouteMarks marks) {
    if (verb.verb() == Verb.GET || verb.verb() == Verb.POST) {
      return;
    }
    Mark.on(marks.call().method(), Annotations.SAFE)
        .ifPresent(
            safe ->
                problems.add(
                    Texts.unsafe(site(marks, safe), marks.call().label(), verb.verb().name())));
  }

  private Optional<PathTemplate> template(VerbMark verb, RouteMarks marks) {
    String before = marks.http().map(mark -> mark.text("value")).orElse("");
    String own = verb.mark().text("value");
    if (marks.http().isPresent() && !isPath(before)) {
      return Optional.empty(); // told of the interface
    }
    Optional<String> problem = problem(before, own);
    if (problem.isEmpty()) {
      return Optional.of(PathTemplate.parse(before + own));
    }
    problems.add(
        Texts.badPath(
            marks.call().scope().site(verb.mark().site("value")),
            verb.annotation(),
            marks.call().label(),
            problem.get()));
    return Optional.empty();
  }

  private static Optional<String> problem(String before, String own) {
    if (!own.isEmpty() && !own.startsWith("/") && !own.startsWith(":")) {
      return Optional.of(
          "path '" + own + "' does not begin with '/' (expected: as in /{id}, or nothing)");
    }
    try {
      PathTemplate.parse(before + own);
      return Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.ofNullable(malformed.getMessage());
    }
  }

  private static boolean isPath(String text) {
    return problem(text, "").isEmpty() && text.lastIndexOf(':') < 0;
  }

  /** Judges where a service's paths begin. */
  void checkHttp(Mark http, String label, Site site, List<MethodModel> methods) {
    boolean hasRoutes =
        methods.stream().map(noted::get).anyMatch(marks -> !marks.verbs().isEmpty());
    String path = http.text("value");
    if (!isPath(path)) {
      problems.add(
          Texts.badPath(
              site,
              "Http",
              label,
              problem(path, "").orElse("path '" + path + "' has a ':' (expected: none)")));
    } else if (!hasRoutes) {
      refuse(
          "Http",
          label,
          site,
          "no method has a path. Add @Get, @Post, @Put, @Patch or @Delete to those that are to be"
              + " called over HTTP");
    }
  }

  private int status(MethodModel method, RouteMarks marks, RouteBindings bindings) {
    boolean answers =
        !bindings
            .message(method.response().fullName())
            .map(response -> response.body().equals(new Body.Result(Optional.empty())))
            .orElse(false);
    if (marks.status().isEmpty()) {
      return answers ? OK : NO_CONTENT;
    }
    Mark mark = marks.status().get();
    int status = mark.number("value");
    boolean empty = status == NO_CONTENT || status == RESET_CONTENT;
    if (status < OK || status >= MULTIPLE_CHOICES) {
      problems.add(
          Texts.badStatus(
              site(marks, mark, "value"), marks.call().label(), status, "200 to 299, a success"));
    } else if (empty && answers) {
      problems.add(
          Texts.badStatus(
              site(marks, mark, "value"),
              marks.call().label(),
              status,
              "a status with a body: the method answers"));
    }
    return status;
  }

  private Optional<RouteModel.Location> location(
      MethodModel method, RouteMarks marks, RouteBindings bindings) {
    String text = marks.status().map(mark -> mark.text("location")).orElse("");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String label = marks.call().label();
    Site site = site(marks, marks.status().orElseThrow(), "location");
    PathTemplate template;
    try {
      template = PathTemplate.parse(text);
    } catch (IllegalArgumentException malformed) {
      problems.add(Texts.badPath(site, "Status", label, String.valueOf(malformed.getMessage())));
      return Optional.empty();
    }
    List<FieldModel> components = new ArrayList<>();
    for (String variable : template.variables()) {
      Optional<FieldModel> component = component(method, bindings, variable);
      if (component.isEmpty()) {
        problems.add(
            Texts.noLocation(
                site, label, "location has {" + variable + "}, which is no component"));
        return Optional.empty();
      }
      if (!TextForm.isOne(component.get().shape())) {
        problems.add(
            Texts.noLocation(
                site, label, "location has {" + variable + "}, which cannot stand in a path"));
        return Optional.empty();
      }
      components.add(component.get());
    }
    return Optional.of(new RouteModel.Location(template, List.copyOf(components)));
  }

  private static Optional<FieldModel> component(
      MethodModel method, RouteBindings bindings, String name) {
    return bindings
        .message(method.response().fullName())
        .map(MessageModel::body)
        .filter(Body.Record.class::isInstance)
        .flatMap(body -> body.fields().stream().filter(is(name)).findFirst());
  }

  private static Predicate<FieldModel> is(String name) {
    return field -> field.javaName().equals(name);
  }

  private static Site site(RouteMarks marks, Mark mark) {
    return marks.call().scope().site(mark.site());
  }

  private static Site site(RouteMarks marks, Mark mark, String member) {
    return marks.call().scope().site(mark.site(member));
  }
}
