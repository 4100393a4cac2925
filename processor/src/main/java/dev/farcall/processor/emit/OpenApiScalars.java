package dev.farcall.processor.emit;

import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ProtoScalar;
import dev.farcall.processor.model.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema of what REST's JSON writes as one string, number or boolean. */
final class OpenApiScalars {

  private static final String DECIMAL = "^-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";
  private static final String INTEGER = "^-?[0-9]+$";
  private static final String SECONDS = "^-?[0-9]+(\\.[0-9]{1,9})?s$";

  private OpenApiScalars() {}

  /** As in {@code {"type": "integer", "format": "int32"}}. */
  static Map<String, Object> schema(ValueType.Scalar scalar) {
    return switch (scalar.java()) {
      case BOOLEAN -> of("boolean");
      case BYTE -> range(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> range(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> scalar.proto() == ProtoScalar.UINT32 ? range(0, 0xffff_ffffL) : number("int32");
      case LONG -> scalar.proto() == ProtoScalar.UINT64 ? unsigned() : number("int64");
      case FLOAT -> of("number", "format", "float");
      case DOUBLE -> of("number", "format", "double");
      default -> text(scalar);
    };
  }

  /** A time of {@code google.protobuf.Duration}: seconds. */
  static Map<String, Object> duration() {
    return string("pattern", SECONDS);
  }

  /** An {@code Instant}, as RFC 3339 writes it. */
  static Map<String, Object> timestamp() {
    return string("format", "date-time");
  }

  /** What a key of an object looks like, or nothing if any string is one. */
  static Map<String, Object> key(ValueType.Scalar key) {
    return switch (key.java()) {
      case BYTE, SHORT, INT, LONG -> Map.of("pattern", INTEGER);
      case BOOLEAN -> Map.of("pattern", "^(true|false)$");
      case UUID -> Map.of("format", "uuid");
      default -> Map.of();
    };
  }

  private static Map<String, Object> text(ValueType.Scalar scalar) {
    if (scalar.proto() == ProtoScalar.BYTES) {
      return string("contentEncoding", "base64");
    }
    JavaScalar java = scalar.java();
    return switch (java) {
      case BIG_DECIMAL -> string("pattern", DECIMAL);
      case BIG_INTEGER -> string("pattern", INTEGER);
      case UUID -> string("format", "uuid");
      case LOCAL_DATE -> string("format", "date");
      case LOCAL_TIME -> string("format", "time-local");
      case LOCAL_DATE_TIME -> string("format", "date-time-local");
      case OFFSET_DATE_TIME -> string("format", "date-time");
      case OFFSET_TIME -> string("format", "time");
      case YEAR -> string("pattern", "^[+-]?[0-9]{4,9}$");
      case YEAR_MONTH -> string("pattern", "^[+-]?[0-9]{4,9}-[0-9]{2}$");
      case MONTH_DAY -> string("pattern", "^--[0-9]{2}-[0-9]{2}$");
      case PERIOD -> string("pattern", "^P");
      case ZONE_OFFSET -> string("pattern", "^(Z|[+-][0-9]{2}(:[0-9]{2}){1,2})$");
      case URI -> string("format", "uri-reference");
      case CURRENCY -> string("pattern", "^[A-Z]{3}$");
      default -> of("string");
    };
  }

  private static Map<String, Object> number(String format) {
    return of("integer", "format", format);
  }

  private static Map<String, Object> unsigned() {
    Map<String, Object> schema = number("uint64");
    schema.put("minimum", 0);
    return schema;
  }

  private static Map<String, Object> range(long minimum, long maximum) {
    Map<String, Object> schema = number(maximum > Integer.MAX_VALUE ? "uint32" : "int32");
    schema.put("minimum", minimum);
    schema.put("maximum", maximum);
    return schema;
  }

  private static Map<String, Object> string(String name, String value) {
    return of("string", name, value);
  }

  private static Map<String, Object> of(String type, String name, String value) {
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
