package dev.farcall.processor.emit;

import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema of protoc's messages and enums, as protobuf's own JSON writes them. */
final class OpenApiForeign {

  private OpenApiForeign() {}

  /** The well-known types by their form; of others only the name is known. */
  static Map<String, Object> message(String fullName) {
    return switch (fullName) {
      case "google.protobuf.Timestamp" -> OpenApiScalars.timestamp();
      case "google.protobuf.Duration" -> OpenApiScalars.duration();
      case "google.protobuf.Value" -> new LinkedHashMap<>(Map.of("description", "Any JSON."));
      case "google.protobuf.ListValue" -> of("array", "items", Map.of());
      case "google.protobuf.FieldMask", "google.protobuf.StringValue" -> of("string");
      case "google.protobuf.BoolValue" -> of("boolean");
      case "google.protobuf.Int32Value" -> of("integer", "format", "int32");
      case "google.protobuf.UInt32Value" -> of("integer", "format", "uint32");
      case "google.protobuf.Int64Value" -> of("string", "format", "int64");
      case "google.protobuf.UInt64Value" -> of("string", "format", "uint64");
      case "google.protobuf.FloatValue" -> of("number", "format", "float");
      case "google.protobuf.DoubleValue" -> of("number", "format", "double");
      case "google.protobuf.BytesValue" -> of("string", "contentEncoding", "base64");
      default -> of("object", "description", "The ProtoJSON form of `" + fullName + "`.");
    };
  }

  static Map<String, Object> anEnum(String fullName) {
    return fullName.equals("google.protobuf.NullValue")
        ? of("null")
        : of("string", "description", "The name of a value of `" + fullName + "`.");
  }

  private static Map<String, Object> of(String type, String name, Object value) {
    Map<String, Object> schema = of(type);
    schema.put(name, value);
    return schema;
  }

  private static Map<String, Object> of(String type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    return schema;
  }
}
