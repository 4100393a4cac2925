package dev.farcall.processor.emit;

import dev.farcall.processor.model.MethodModel;
import dev.farcall.processor.model.RouteModel;
import dev.farcall.processor.model.SchemaModel;
import dev.farcall.processor.model.ServiceModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the OpenAPI 3.1 document of a service that has routes, beside its interface: {@code
 * UserService.openapi.json}.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1.1</a>
 */
final class OpenApiEmitter {

  private static final Pattern VERSION = Pattern.compile("\\.(v[0-9]+(?:(?:alpha|beta)[0-9]+)?)$");

  private final ServiceModel service;
  private final OpenApiForms forms;
  private final OpenApiSchemas schemas;
  private final OpenApiOperations operations;

  private OpenApiEmitter(OpenApiTypes types, ServiceModel service) {
    this.service = service;
    this.forms = new OpenApiForms(types);
    this.schemas = new OpenApiSchemas(types, forms);
    this.operations = new OpenApiOperations(types, service, schemas);
  }

  /** The document; none for a service without routes. */
  static Optional<GeneratedFile> emit(
      SchemaModel schema, ServiceModel service, OpenApiTypes types) {
    if (service.methods().stream().allMatch(method -> method.routes().isEmpty())) {
      return Optional.empty();
    }
    String path = service.javaType().packageName().replace('.', '/') + "/" + fileName(service);
    String text = JsonText.of(new OpenApiEmitter(types, service).document(schema.protoPackage()));
    return Optional.of(new GeneratedFile.Resource(path, text, service.site()));
  }

  /** Its name beside the dispatcher; {@code Outer_Inner.openapi.json} for a nested interface. */
  static String fileName(ServiceModel service) {
    return String.join("_", service.javaType().simpleNames()) + ".openapi.json";
  }

  private Map<String, Object> document(String protoPackage) {
    for (MethodModel method : service.methods()) {
      if (!method.routes().isEmpty()) {
        forms.answers(method.response().fullName());
      }
    }
    Map<String, Object> paths = paths();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.1");
    document.put("info", info(protoPackage));
    document.put("servers", List.of(Map.of("url", "/")));
    document.put("security", List.of());
    document.put("tags", List.of(tag()));
    document.put("paths", paths);
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("responses", OpenApiErrors.sharedResponses());
    OpenApiErrors.addSchema(schemas.components());
    components.put("schemas", schemas.components());
    document.put("components", components);
    return document;
  }

  private Map<String, Object> info(String protoPackage) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", service.protoName());
    Matcher version = VERSION.matcher(protoPackage);
    info.put("version", version.find() ? version.group(1) : "v1");
    return info;
  }

  private Map<String, Object> tag() {
    Map<String, Object> tag = new LinkedHashMap<>();
    tag.put("name", service.protoName());
    String doc = Markdown.of(service.doc());
    if (!doc.isEmpty()) {
      tag.put("description", doc);
    }
    return tag;
  }

  private Map<String, Object> paths() {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (MethodModel method : service.methods()) {
      int ordinal = 1;
      for (RouteModel route : method.routes()) {
        String path = route.template().toString().replace("=**}", "}");
        paths
            .computeIfAbsent(path, key -> new LinkedHashMap<>())
            .put(
                route.verb().name().toLowerCase(Locale.ROOT),
                operations.of(method, route, ordinal++));
      }
    }
    return new LinkedHashMap<>(paths);
  }
}
