package dev.farcall.processor.emit;

import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.SchemaModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The routes of a method as the option {@code google.api.http}, by which proxies translate between
 * HTTP and gRPC as we do. It names fields as the {@code .proto} file does.
 */
final class HttpRules {

  /** What declares the option. */
  static final String IMPORT = "google/api/annotations.proto";

  private final SchemaModel schema;
  private final ProtoText out;

  HttpRules(SchemaModel schema, ProtoText out) {
    this.schema = schema;
    this.out = out;
  }

  static boolean areIn(SchemaModel schema) {
    return schema.services().stream()
        .flatMap(service -> service.methods().stream())
        .anyMatch(method -> !method.routes().isEmpty());
  }

  void write(MethodModel method) {
    List<RouteModel> routes = method.routes();
    if (routes.isEmpty()) {
      return;
    }
    List<RouteModel> others = routes.subList(1, routes.size());
    List<String> first = rule(method, routes.get(0));
    if (others.isEmpty() && first.size() == 1) {
      out.line("option (google.api.http) = {" + first.get(0) + "};");
      return;
    }
    out.open("option (google.api.http) =");
    first.forEach(out::line);
    others.forEach(other -> additional(rule(method, other)));
    out.closeStatement();
  }

  private void additional(List<String> rule) {
    if (rule.size() == 1) {
      out.line("additional_bindings: {" + rule.get(0) + "}");
      return;
    }
    out.open("additional_bindings:");
    rule.forEach(out::line);
    out.close();
  }

  private List<String> rule(MethodModel method, RouteModel route) {
    List<String> lines = new ArrayList<>();
    String verb = route.verb().name().toLowerCase(Locale.ROOT);
    lines.add(verb + ": " + ProtoText.quoted(path(route)));
    body(route).ifPresent(name -> lines.add("body: " + ProtoText.quoted(name)));
    if (isWrapped(method)) {
      lines.add("response_body: \"result\"");
    }
    return lines;
  }

  private static String path(RouteModel route) {
    String path = route.template().toString();
    for (FieldModel field : route.path()) {
      String name = Names.identifier(field.protoName());
      path = path.replace("{" + field.javaName() + "}", "{" + name + "}");
      path = path.replace("{" + field.javaName() + "=", "{" + name + "=");
    }
    return path;
  }

  private static Optional<String> body(RouteModel route) {
    if (route.body() instanceof RouteModel.Body.Field body) {
      return Optional.of(Names.identifier(body.field().protoName()));
    }
    return route.body() instanceof RouteModel.Body.None ? Optional.empty() : Optional.of("*");
  }

  private boolean isWrapped(MethodModel method) {
    return schema.messages().stream()
        .filter(message -> message.fullName().equals(method.response().fullName()))
        .map(MessageModel::body)
        .anyMatch(body -> body instanceof Body.Result result && result.field().isPresent());
  }
}
