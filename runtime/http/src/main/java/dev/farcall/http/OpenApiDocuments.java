package dev.farcall.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The OpenAPI documents of services made one: their paths and tags side by side, in the order of
 * the services, and each schema once.
 *
 * <p>Two services may describe one message differently: what one only sends, the other answers, and
 * an answer has more members for certain. Then the message has the members that both ask for, and
 * the description of the one that has one.
 */
final class OpenApiDocuments {

  private final JsonArray tags = new JsonArray();
  private final JsonObject paths = new JsonObject();
  private final JsonObject responses = new JsonObject();
  private final JsonObject schemas = new JsonObject();
  private final Set<String> titles = new TreeSet<>();
  private final Set<String> versions = new TreeSet<>();

  private OpenApiDocuments() {}

  /**
   * One document of all.
   *
   * @param documents as the processor wrote them
   */
  static JsonObject merge(List<String> documents) {
    OpenApiDocuments merged = new OpenApiDocuments();
    documents.stream().map(JsonObject::new).forEach(merged::add);
    return merged.document();
  }

  /** The text that is served. */
  static byte[] text(JsonObject document) {
    return document.encodePrettily().getBytes(StandardCharsets.UTF_8);
  }

  private void add(JsonObject document) {
    JsonObject info = document.getJsonObject("info");
    titles.add(info.getString("title"));
    versions.add(info.getString("version"));
    tags.addAll(document.getJsonArray("tags"));
    document
        .getJsonObject("paths")
        .forEach(
            path -> {
              JsonObject operations = paths.getJsonObject(path.getKey(), new JsonObject());
              paths.put(path.getKey(), operations.mergeIn((JsonObject) path.getValue()));
            });
    JsonObject components = document.getJsonObject("components");
    responses.mergeIn(components.getJsonObject("responses"));
    components
        .getJsonObject("schemas")
        .forEach(schema -> addSchema(schema.getKey(), (JsonObject) schema.getValue()));
  }

  private void addSchema(String name, JsonObject schema) {
    JsonObject known = schemas.getJsonObject(name);
    if (known == null) {
      schemas.put(name, schema);
      return;
    }
    JsonArray required = known.getJsonArray("required");
    if (required != null) {
      JsonArray other = schema.getJsonArray("required", new JsonArray());
      JsonArray both = new JsonArray(required.stream().filter(other::contains).toList());
      known.remove("required");
      if (!both.isEmpty()) {
        known.put("required", both);
      }
    }
    if (!known.containsKey("description") && schema.containsKey("description")) {
      known.put("description", schema.getString("description"));
    }
  }

  private JsonObject document() {
    JsonObject info =
        new JsonObject()
            .put("title", titles.isEmpty() ? "No services" : String.join(", ", titles))
            .put("version", versions.isEmpty() ? "v1" : String.join(", ", versions));
    return new JsonObject()
        .put("openapi", "3.1.1")
        .put("info", info)
        .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
        .put("security", new JsonArray())
        .put("tags", tags)
        .put("paths", paths)
        .put("components", new JsonObject().put("responses", responses).put("schemas", schemas));
  }
}
