package dev.farcall.processor.emit;

import dev.farcall.processor.emit.OpenApiForms.Way;
import dev.farcall.processor.model.CaseModel;
import dev.farcall.processor.model.EnumModel;
import dev.farcall.processor.model.FieldModel;
import dev.farcall.processor.model.MessageModel;
import dev.farcall.processor.model.MessageModel.Body;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schemas (2020-12, as OpenAPI 3.1 has them) of a document: of each value where it stands,
 * and of each message and enum once, under its full proto name, to be referred to.
 */
final class OpenApiSchemas {

  private final OpenApiTypes types;
  private final OpenApiForms forms;
  private final Map<String, Object> components = new TreeMap<>();

  OpenApiSchemas(OpenApiTypes types, OpenApiForms forms) {
    this.types = types;
    this.forms = forms;
  }

  /** The messages and enums that were referred to, by key. */
  Map<String, Object> components() {
    return components;
  }

  /** A value as often as it occurs; one that may be absent as if it were there. */
  Map<String, Object> of(Shape shape, Way way) {
    if (shape instanceof Shape.Singular singular) {
      return of(singular.type(), way);
    }
    if (shape instanceof Shape.Optional optional) {
      return of(optional.type(), way);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    if (shape instanceof Shape.Repeated repeated) {
      schema.put("type", "array");
      schema.put("items", of(repeated.element(), way));
      if (repeated.form() == Shape.Repeated.Form.SET) {
        schema.put("uniqueItems", true);
      }
      return schema;
    }
    Shape.Mapping map = (Shape.Mapping) shape;
    schema.put("type", "object");
    Map<String, Object> names = names(map.key(), way);
    if (!names.isEmpty()) {
      schema.put("propertyNames", names);
    }
    schema.put("additionalProperties", of(map.value(), way));
    return schema;
  }

  /** A reference to a message. */
  Map<String, Object> message(String fullName, Way way) {
    MessageModel model = types.message(fullName);
    if (model == null || model.body() instanceof Body.Foreign) {
      return OpenApiForeign.message(fullName);
    }
    String key = forms.key(fullName, way);
    if (!components.containsKey(key)) {
      Map<String, Object> schema = new LinkedHashMap<>();
      components.put(key, schema);
      fill(schema, model, way);
    }
    return reference(key);
  }

  /** An object of some fields of a message, for a body that is made of parameters. */
  Map<String, Object> object(List<FieldModel> fields, Way way) {
    Map<String, Object> schema = new LinkedHashMap<>();
    object(schema, fields, way);
    return schema;
  }

  private Map<String, Object> of(ValueType type, Way way) {
    ValueType wire = OpenApiForms.wire(type);
    if (wire instanceof ValueType.Scalar scalar) {
      return OpenApiScalars.schema(scalar);
    }
    if (wire instanceof ValueType.Timestamp) {
      return OpenApiScalars.timestamp();
    }
    if (wire instanceof ValueType.Duration) {
      return OpenApiScalars.duration();
    }
    if (wire instanceof ValueType.Message message) {
      return message(message.fullName(), way);
    }
    if (wire instanceof ValueType.Enumeration enumeration) {
      return anEnum(enumeration.fullName());
    }
    return wire instanceof ValueType.ForeignMessage foreign
        ? OpenApiForeign.message(foreign.fullName())
        : OpenApiForeign.anEnum(((ValueType.ForeignEnum) wire).fullName());
  }

  private Map<String, Object> names(ValueType key, Way way) {
    return OpenApiForms.wire(key) instanceof ValueType.Scalar scalar
        ? OpenApiScalars.key(scalar)
        : of(key, way);
  }

  private Map<String, Object> anEnum(String fullName) {
    EnumModel model = types.anEnum(fullName);
    if (model == null) {
      return OpenApiForeign.anEnum(fullName);
    }
    components.computeIfAbsent(fullName, key -> schema(model));
    return reference(fullName);
  }

  private static Map<String, Object> schema(EnumModel model) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", model.protoName());
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(Markdown.of(model.doc()));
    List<String> items = new ArrayList<>();
    for (EnumModel.Constant each : model.constants()) {
      String doc = Markdown.of(each.doc()).replaceAll("\\s+", " ");
      if (!doc.isEmpty() || each.deprecated()) {
        String deprecated = each.deprecated() ? " (deprecated)" : "";
        items.add("- `" + each.javaName() + "`" + deprecated + (doc.isEmpty() ? "" : ": " + doc));
      }
    }
    paragraphs.add(String.join("\n", items));
    paragraphs.add(
        model
            .unknown()
            .map(
                unknown ->
                    "The list may grow: read a value that is not in it as `"
                        + unknown.javaName()
                        + "`.")
            .orElse("The list may grow."));
    paragraphs.removeIf(String::isEmpty);
    schema.put("description", String.join("\n\n", paragraphs));
    schema.put("type", "string");
    schema.put("enum", model.constants().stream().map(EnumModel.Constant::javaName).toList());
    deprecated(schema, model.deprecated());
    return schema;
  }

  private void fill(Map<String, Object> schema, MessageModel model, Way way) {
    schema.put("title", model.protoName());
    describe(schema, model.doc());
    if (model.body() instanceof Body.Oneof oneof) {
      schema.put("oneOf", oneof.cases().stream().map(each -> member(each, way)).toList());
    } else {
      object(schema, model.body().fields(), way);
    }
    deprecated(schema, model.deprecated());
  }

  /** A member of a sealed interface: an object with nothing but it. */
  private Map<String, Object> member(CaseModel member, Way way) {
    String name = Names.defaultJsonName(member.protoName());
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", Names.simple(member.type().fullName()));
    schema.put("type", "object");
    schema.put("required", List.of(name));
    schema.put("properties", Map.of(name, message(member.type().fullName(), way)));
    return schema;
  }

  private void object(Map<String, Object> schema, List<FieldModel> fields, Way way) {
    schema.put("type", "object");
    List<String> required = new ArrayList<>();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (FieldModel field : fields) {
      properties.put(field.jsonName(), property(field, way));
      if (OpenApiForms.isRequired(field)
          || (way == Way.ANSWER && OpenApiForms.isDefaulted(field))) {
        required.add(field.jsonName());
      }
    }
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!properties.isEmpty()) {
      schema.put("properties", properties);
    }
  }

  private Map<String, Object> property(FieldModel field, Way way) {
    Map<String, Object> property = of(field.shape(), way);
    describe(property, field.doc());
    deprecated(property, field.deprecated());
    return property;
  }

  private static void describe(Map<String, Object> schema, String doc) {
    String text = Markdown.of(doc);
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
  }

  private static void deprecated(Map<String, Object> schema, boolean deprecated) {
    if (deprecated) {
      schema.put("deprecated", true);
    }
  }

  private static Map<String, Object> reference(String key) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("$ref", "#/components/schemas/" + key);
    return reference;
  }
}
