package dev.farcall.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ParameterModel;
import dev.farcall.processor.model.ParameterModel.HeaderRole;
import dev.farcall.processor.model.Shape;
import dev.farcall.processor.model.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The code that turns {@code @Header} parameters into metadata and back. */
final class HeaderText {

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
    return CodeBlock.of(".$L($S, $N, $L)", method, role.header(), parameter.name(), writer(type));
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
    return direct.method.equals("new")
        ? CodeBlock.of("new $T($L)", direct.owner, text)
        : CodeBlock.of("$T.$L($L)", direct.owner, direct.method, text);
  }

  /** The text of a value. */
  private static CodeBlock text(ValueType type, CodeBlock value) {
    if (type instanceof ValueType.Wrapped wrapped) {
      return text(wrapped.inner(), CodeBlock.of("$L.$N()", value, wrapped.accessor()));
    }
    if (type instanceof ValueType.Adapted adapted) {
      return text(adapted.inner(), CodeBlock.of("$T.toWire($L)", adapted.adapter(), value));
    }
    if (type instanceof ValueType.Enumeration) {
      return CodeBlock.of("$L.name()", value);
    }
    if (type instanceof ValueType.Scalar scalar && scalar.java() == JavaScalar.LOCALE) {
      return CodeBlock.of("$L.toLanguageTag()", value);
    }
    return isText(type) ? value : CodeBlock.of("$T.valueOf($L)", String.class, value);
  }

  private static boolean isText(ValueType type) {
    return type instanceof ValueType.Scalar scalar && scalar.java() == JavaScalar.STRING;
  }

  /** The text as a function: a method reference where one does. */
  private static CodeBlock writer(ValueType type) {
    CodeBlock lambda = text(type, CodeBlock.of("value"));
    return lambda.equals(CodeBlock.of("$T.valueOf(value)", String.class)) || isText(type)
        ? CodeBlock.of("$T::valueOf", String.class)
        : CodeBlock.of("value -> $L", lambda);
  }

  /** A method, or {@code new}, that makes a value from text alone. */
  private record Parser(TypeName owner, String method) {
    static Parser of(Class<?> owner, String method) {
      return new Parser(TypeName.get(owner), method);
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
      case BIG_DECIMAL -> Parser.of(BigDecimal.class, "new");
      case BIG_INTEGER -> Parser.of(BigInteger.class, "new");
      case UUID -> Parser.of(UUID.class, "fromString");
      case LOCAL_DATE -> Parser.of(LocalDate.class, "parse");
      case LOCAL_TIME -> Parser.of(LocalTime.class, "parse");
      case LOCAL_DATE_TIME -> Parser.of(LocalDateTime.class, "parse");
      case OFFSET_DATE_TIME -> Parser.of(OffsetDateTime.class, "parse");
      case OFFSET_TIME -> Parser.of(OffsetTime.class, "parse");
      case YEAR -> Parser.of(Year.class, "parse");
      case YEAR_MONTH -> Parser.of(YearMonth.class, "parse");
      case MONTH_DAY -> Parser.of(MonthDay.class, "parse");
      case PERIOD -> Parser.of(Period.class, "parse");
      case ZONE_ID -> Parser.of(ZoneId.class, "of");
      case ZONE_OFFSET -> Parser.of(ZoneOffset.class, "of");
      case URI -> Parser.of(URI.class, "create");
      case LOCALE -> Parser.of(Locale.class, "forLanguageTag");
      case CURRENCY -> Parser.of(Currency.class, "getInstance");
      case BYTE_ARRAY, BYTE_BUFFER, BYTE_STRING ->
          throw new IllegalArgumentException(
              "header of " + scalar + " (expected: a text or a number)");
    };
  }
}
