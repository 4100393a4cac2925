package dev.farcall.processor.emit;

import dev.farcall.annotation.Code;
import dev.farcall.processor.model.ErrorModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.ServiceModel;
import dev.farcall.protocol.ConnectCode;
import dev.farcall.protocol.HttpCodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answers of a method that failed: declared errors by their HTTP status, all others as {@code
 * default}; each a problem by RFC 9457.
 */
final class OpenApiErrors {

  private static final String PROBLEM = "Problem";

  private final OpenApiTypes types;
  private final ServiceModel service;

  OpenApiErrors(OpenApiTypes types, ServiceModel service) {
    this.types = types;
    this.service = service;
  }

  /**
   * The answers by status.
   *
   * @param absent whether an absent result is answered as 404
   */
  Map<String, Object> responses(MethodModel method, boolean absent) {
    Map<Integer, List<ErrorModel>> byStatus = new TreeMap<>();
    for (ErrorModel error : method.errors()) {
      int status = HttpCodes.status(Code.valueOf(error.code()));
      byStatus.computeIfAbsent(status, key -> new ArrayList<>()).add(error);
    }
    if (absent) {
      byStatus.computeIfAbsent(404, key -> new ArrayList<>());
    }
    Map<String, Object> responses = new LinkedHashMap<>();
    byStatus.forEach(
        (status, errors) ->
            responses.put(status.toString(), response(status, errors, absent && status == 404)));
    responses.put("default", Map.of("$ref", "#/components/responses/" + PROBLEM));
    return responses;
  }

  private Map<String, Object> response(int status, List<ErrorModel> errors, boolean absent) {
    List<String> lines = new ArrayList<>();
    Map<String, Object> examples = new LinkedHashMap<>();
    if (absent) {
      lines.add("- `absent`: There is none.");
      examples.put("absent", Map.of("value", absentProblem()));
    }
    for (ErrorModel error : errors) {
      lines.add("- `" + error.reason() + "`: " + summary(error) + ".");
      examples.put(error.reason(), Map.of("value", problem(status, error)));
    }
    String description =
        lines.size() == 1 ? lines.get(0).substring("- ".length()) : String.join("\n", lines);
    return content(description, examples);
  }

  private String summary(ErrorModel error) {
    MessageModel message = types.message(error.message().fullName());
    String summary = message == null ? "" : Markdown.summary(message.doc());
    return summary.isEmpty() ? error.javaType().simpleName() : summary;
  }

  private Map<String, Object> problem(int status, ErrorModel error) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("status", status);
    problem.put("code", ConnectCode.name(Code.valueOf(error.code())));
    problem.put("reason", error.reason());
    problem.put("domain", service.fullName());
    return problem;
  }

  private static Map<String, Object> absentProblem() {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("status", 404);
    problem.put("code", ConnectCode.name(Code.NOT_FOUND));
    problem.put("absent", true);
    return problem;
  }

  private static Map<String, Object> content(String description, Map<String, Object> examples) {
    Map<String, Object> media = new LinkedHashMap<>();
    media.put("schema", Map.of("$ref", "#/components/schemas/" + PROBLEM));
    if (!examples.isEmpty()) {
      media.put("examples", examples);
    }
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("description", description);
    response.put("content", Map.of("application/problem+json", media));
    return response;
  }

  /** What {@code default} refers to. */
  static Map<String, Object> sharedResponses() {
    return Map.of(PROBLEM, content("Any other failure.", Map.of()));
  }

  /** Adds the schema of a problem. */
  static void addSchema(Map<String, Object> schemas) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("type", text("What kind of problem, as a URI."));
    properties.put("title", text("The kind in words."));
    properties.put("status", property("integer", "The HTTP status."));
    properties.put("detail", text("What is wrong, in words."));
    properties.put("code", text("The status code of the call, as in `not_found`."));
    properties.put("reason", text("Which of the declared errors, as in `USER_NOT_FOUND`."));
    properties.put("domain", text("The service that declares the reason."));
    properties.put("errorId", text("Where the server's log tells more."));
    properties.put("absent", property("boolean", "True if the call succeeded: there is none."));
    properties.put(
        "errors",
        array(
            "What is wrong with the request.",
            members("pointer", text("Where, as a JSON pointer."), "detail", text("What."))));
    properties.put(
        "details",
        array(
            "Messages that tell more.",
            members("type", text("The full name of the message."), "value", bytes())));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", PROBLEM);
    schema.put("description", "What went wrong, by RFC 9457.");
    schema.put("type", "object");
    schema.put("required", List.of("status", "code"));
    schema.put("properties", properties);
    schemas.put(PROBLEM, schema);
  }

  private static Map<String, Object> members(
      String first, Map<String, Object> one, String second, Map<String, Object> other) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(first, one);
    properties.put(second, other);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return schema;
  }

  private static Map<String, Object> array(String description, Map<String, Object> items) {
    Map<String, Object> schema = property("array", description);
    schema.put("items", items);
    return schema;
  }

  private static Map<String, Object> bytes() {
    Map<String, Object> schema = text("The message in protobuf's binary form.");
    schema.put("contentEncoding", "base64");
    return schema;
  }

  private static Map<String, Object> text(String description) {
    return property("string", description);
  }

  private static Map<String, Object> property(String type, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    schema.put("description", description);
    return schema;
  }
}
