package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The code that turns {@code @Header} parameters into metadata and back. */
final class HeaderText {

  private static final ClassName NUMBERS = ClassName.get("dev.farcall.wire", "WireNumbers");
  private static final ClassName TEXTS = ClassName.get("dev.farcall.wire", "WireTexts");
  private static final ClassName TIMES = ClassName.get("dev.farcall.wire", "WireTimes");

  private HeaderText() {}

  /** {@code .add("x-tenant", tenant)}, for a chain on {@code new Headers()}. */
  static CodeBlock write(ParameterModel parameter, HeaderRole role) {
    if (role.shape() instanceof Shape.Optional optional) {
      return switch (optional.form()) {
        case OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE ->
            CodeBlock.of(".addIfPresent($S, $N)", role.header(), parameter.name());
        case OPTIONAL -> written("addIfPresent", optional.type(), parameter, role);
        case NULLABLE -> written("addUnlessNull", optional.type(), parameter, role);
      };
    }
    ValueType type = ((Shape.Singular) role.shape()).type();
    return isText(type)
        ? CodeBlock.of(".add($S, $N)", role.header(), parameter.name())
        : written("add", type, parameter, role);
  }

  private static CodeBlock written(
      String method, ValueType type, ParameterModel parameter, HeaderRole role) {
    return CodeBlock.of(
        ".$L($S, $N, $L)", method, role.header(), parameter.name(), writer(type, role.header()));
  }

  /** {@code Headers.get(context.metadata(), "x-tenant", "UUID", WireValues::parseUuid)}. */
  static CodeBlock read(HeaderRole role) {
    if (role.shape() instanceof Shape.Optional optional) {
      return switch (optional.form()) {
        case OPTIONAL_INT -> found("findInt", role);
        case OPTIONAL_LONG -> found("findLong", role);
        case OPTIONAL_DOUBLE -> found("findDouble", role);
        case OPTIONAL -> parsed("find", optional.type(), role);
        case NULLABLE -> parsed("getOrNull", optional.type(), role);
      };
    }
    return parsed("get", ((Shape.Singular) role.shape()).type(), role);
  }

  private static CodeBlock found(String method, HeaderRole role) {
    return CodeBlock.of("$T.$L(context.metadata(), $S)", Core.HEADERS, method, role.header());
  }

  /** The type argument keeps overloads of the user's method apart. */
  private static CodeBlock parsed(String method, ValueType type, HeaderRole role) {
    return CodeBlock.of(
        "$T.<$T>$L(context.metadata(), $S, $S, $L)",
        Core.HEADERS,
        type.javaType().box(),
        method,
        role.header(),
        expected(type.javaType()),
        parser(type));
  }

  private static String expected(TypeName type) {
    return type instanceof ClassName name ? name.simpleName() : type.toString();
  }

  private static CodeBlock parser(ValueType type) {
    Parser direct = direct(type);
    return direct != null
        ? CodeBlock.of("$T::$L", direct.owner, direct.method)
        : CodeBlock.of("text -> $L", value(type, CodeBlock.of("text")));
  }

  /** The value of a text. */
  private static CodeBlock value(ValueType type, CodeBlock text) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return CodeBlock.of("new $T($L)", wrapped.javaType(), value(wrapped.inner(), text));
    }
    if (type instanceof ValueType.Adapted adapted) {
      return CodeBlock.of("$T.fromWire($L)", adapted.adapter(), value(adapted.inner(), text));
    }
    Parser direct = direct(type);
    if (direct == null) {
      return text;
    }
    return CodeBlock.of("$T.$L($L)", direct.owner, direct.method, text);
  }

  /** The text of a value. */
  private static CodeBlock text(ValueType type, CodeBlock value, String header) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return text(wrapped.inner(), CodeBlock.of("$L.$N()", value, wrapped.accessor()), header);
    }
    if (type instanceof ValueType.Adapted adapted) {
      return text(adapted.inner(), CodeBlock.of("$T.toWire($L)", adapted.adapter(), value), header);
    }
    if (type instanceof ValueType.Enumeration) {
      return CodeBlock.of("$L.name()", value);
    }
    Parser parser = direct(type);
    if (parser != null && parser.isOfWire()) {
      // The same class that reads it, so that what is written can be read.
      return CodeBlock.of("$T.text($L, $S)", parser.owner, value, "header '" + header + "'");
    }
    return isText(type) ? value : CodeBlock.of("$T.valueOf($L)", String.class, value);
  }

  private static boolean isText(ValueType type) {
    return type instanceof ValueType.Scalar scalar && scalar.java() == JavaScalar.STRING;
  }

  /** The text as a function: a method reference where one does. */
  private static CodeBlock writer(ValueType type, String header) {
    CodeBlock lambda = text(type, CodeBlock.of("value"), header);
    return lambda.equals(CodeBlock.of("$T.valueOf(value)", String.class)) || isText(type)
        ? CodeBlock.of("$T::valueOf", String.class)
        : CodeBlock.of("value -> $L", lambda);
  }

  /** A method that makes a value from text alone. */
  private record Parser(TypeName owner, String method) {
    static Parser of(Class<?> owner, String method) {
      return new Parser(TypeName.get(owner), method);
    }

    boolean isOfWire() {
      return owner.equals(NUMBERS) || owner.equals(TEXTS) || owner.equals(TIMES);
    }
  }

  /** Null for text itself and for what is made of another value. */
  private static @Nullable Parser direct(ValueType type) {
    if (type instanceof ValueType.Enumeration enumeration) {
      return new Parser(enumeration.javaType(), "valueOf");
    }
    if (type instanceof ValueType.Timestamp) {
      return Parser.of(Instant.class, "parse");
    }
    if (type instanceof ValueType.Duration) {
      return Parser.of(Duration.class, "parse");
    }
    return type instanceof ValueType.Scalar scalar ? direct(scalar.java()) : null;
  }

  private static @Nullable Parser direct(JavaScalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> new Parser(Core.HEADERS, "parseBoolean");
      case BYTE -> Parser.of(Byte.class, "parseByte");
      case SHORT -> Parser.of(Short.class, "parseShort");
      case INT -> Parser.of(Integer.class, "parseInt");
      case LONG -> Parser.of(Long.class, "parseLong");
      case FLOAT -> Parser.of(Float.class, "parseFloat");
      case DOUBLE -> Parser.of(Double.class, "parseDouble");
      case STRING -> null;
      case BIG_DECIMAL -> new Parser(NUMBERS, "decimal");
      case BIG_INTEGER -> new Parser(NUMBERS, "integer");
      case UUID -> new Parser(TEXTS, "uuid");
      case URI -> new Parser(TEXTS, "uri");
      case LOCALE -> new Parser(TEXTS, "locale");
      case CURRENCY -> new Parser(TEXTS, "currency");
      case LOCAL_DATE -> new Parser(TIMES, "localDate");
      case LOCAL_TIME -> new Parser(TIMES, "localTime");
      case LOCAL_DATE_TIME -> new Parser(TIMES, "localDateTime");
      case OFFSET_DATE_TIME -> new Parser(TIMES, "offsetDateTime");
      case OFFSET_TIME -> new Parser(TIMES, "offsetTime");
      case YEAR -> new Parser(TIMES, "year");
      case YEAR_MONTH -> new Parser(TIMES, "yearMonth");
      case MONTH_DAY -> new Parser(TIMES, "monthDay");
      case PERIOD -> new Parser(TIMES, "period");
      case ZONE_ID -> new Parser(TIMES, "zoneId");
      case ZONE_OFFSET -> new Parser(TIMES, "zoneOffset");
      case BYTE_ARRAY, BYTE_BUFFER, BYTE_STRING ->
          throw new IllegalArgumentException(
              "header of " + scalar + " (expected: a text or a number)");
    };
  }
}
