package dev.farcall.processor.emit;

import dev.farcall.processor.emit.OpenApiForms.Way;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.processor.model.Shape;
import dev.farcall.route.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One operation of a document for each route of a method. */
final class OpenApiOperations {

  private final OpenApiTypes types;
  private final ServiceModel service;
  private final OpenApiSchemas schemas;
  private final OpenApiParameters parameters;
  private final OpenApiErrors errors;

  OpenApiOperations(OpenApiTypes types, ServiceModel service, OpenApiSchemas schemas) {
    this.types = types;
    this.service = service;
    this.schemas = schemas;
    this.parameters = new OpenApiParameters(schemas);
    this.errors = new OpenApiErrors(types, service);
  }

  /**
   * The operation of a route.
   *
   * @param ordinal 1 for the first route of the method; further ones get names of their own
   */
  Map<String, Object> of(MethodModel method, RouteModel route, int ordinal) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("tags", List.of(service.protoName()));
    String summary = Markdown.summary(method.doc());
    operation.put("summary", summary.isEmpty() ? words(method.rpcName()) : summary);
    String description = Markdown.of(method.doc());
    if (!description.isEmpty() && !description.equals(summary + ".")) {
      operation.put("description", description);
    }
    String name = service.protoName() + "_" + method.rpcName();
    operation.put("operationId", ordinal == 1 ? name : name + "_" + ordinal);
    List<Map<String, Object>> besideBody = parameters.of(method, route);
    if (!besideBody.isEmpty()) {
      operation.put("parameters", besideBody);
    }
    requestBody(method, route.body()).ifPresent(body -> operation.put("requestBody", body));
    operation.put("responses", responses(method, route));
    if (method.deprecated()) {
      operation.put("deprecated", true);
    }
    return operation;
  }

  private Optional<Map<String, Object>> requestBody(MethodModel method, RouteModel.Body body) {
    if (body instanceof RouteModel.Body.Field one) {
      Map<String, Object> schema = schemas.of(one.field().shape(), Way.REQUEST);
      return Optional.of(
          body(one.field().doc(), OpenApiForms.isRequired(one.field()), json(schema)));
    }
    if (body instanceof RouteModel.Body.Members members) {
      boolean required = members.fields().stream().anyMatch(OpenApiForms::isRequired);
      return Optional.of(body("", required, json(schemas.object(members.fields(), Way.REQUEST))));
    }
    return body instanceof RouteModel.Body.Whole
        ? Optional.of(
            body("", true, json(schemas.message(method.request().fullName(), Way.REQUEST))))
        : Optional.empty();
  }

  private static Map<String, Object> body(
      String doc, boolean required, Map<String, Object> content) {
    Map<String, Object> body = new LinkedHashMap<>();
    String description = Markdown.of(doc);
    if (!description.isEmpty()) {
      body.put("description", description);
    }
    if (required) {
      body.put("required", true);
    }
    body.put("content", content);
    return body;
  }

  private Map<String, Object> responses(MethodModel method, RouteModel route) {
    Optional<FieldModel> wrapped = wrapped(method);
    boolean mayBeAbsent =
        wrapped.filter(field -> field.shape() instanceof Shape.Optional).isPresent();
    boolean notFound = mayBeAbsent && route.verb() == Verb.GET;
    Map<String, Object> responses = new LinkedHashMap<>();
    Optional<Map<String, Object>> answer = answer(method, wrapped);
    responses.put(
        Integer.toString(route.status()),
        method.kind().responseStream() ? stream(answer.orElseThrow()) : success(route, answer));
    if (mayBeAbsent && !notFound) {
      responses.put("204", described("There is none."));
    }
    responses.putAll(errors.responses(method, notFound));
    return responses;
  }

  private static Map<String, Object> success(
      RouteModel route, Optional<Map<String, Object>> schema) {
    Map<String, Object> response = described(route.status() == 201 ? "Created." : "Done.");
    route
        .location()
        .ifPresent(
            location -> response.put("headers", Map.of("Location", header(location.template()))));
    schema.ifPresent(body -> response.put("content", json(body)));
    return response;
  }

  /** A stream, of which one element is described: OpenAPI 3.1 knows no more. */
  private static Map<String, Object> stream(Map<String, Object> element) {
    Map<String, Object> response =
        described("A stream of these: the data of each event, or each line, is one.");
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("text/event-stream", Map.of("schema", element));
    content.put("application/x-ndjson", Map.of("schema", element));
    response.put("content", content);
    return response;
  }

  private static Map<String, Object> header(Object template) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("format", "uri-reference");
    Map<String, Object> header = described("Where it is: `" + template + "`.");
    header.put("schema", schema);
    return header;
  }

  private static Map<String, Object> described(String description) {
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("description", description);
    return response;
  }

  /** What is answered, a result in a message of its own without that message. */
  private Optional<Map<String, Object>> answer(MethodModel method, Optional<FieldModel> wrapped) {
    if (isWrapped(method)) {
      return wrapped.map(field -> schemas.of(field.shape(), Way.ANSWER));
    }
    return Optional.of(schemas.message(method.response().fullName(), Way.ANSWER));
  }

  private boolean isWrapped(MethodModel method) {
    MessageModel message = types.message(method.response().fullName());
    return message != null && message.body() instanceof MessageModel.Body.Result;
  }

  private Optional<FieldModel> wrapped(MethodModel method) {
    MessageModel message = types.message(method.response().fullName());
    return message != null && message.body() instanceof MessageModel.Body.Result result
        ? result.field()
        : Optional.empty();
  }

  private static Map<String, Object> json(Map<String, Object> schema) {
    return Map.of("application/json", Map.of("schema", schema));
  }

  /** {@code GetUser} to {@code Get user}. */
  private static String words(String rpcName) {
    String words = Names.upperSnake(rpcName).replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
