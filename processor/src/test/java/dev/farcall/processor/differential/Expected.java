package dev.farcall.processor.differential;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.ProtocolMessageEnum;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a value should be as a message, found out from names and the table, without any codec. */
final class Expected {

  private Expected() {}

  static DynamicMessage message(Descriptor type, Object value) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    if (!type.getRealOneofs().isEmpty()) {
      String name = value.getClass().getSimpleName();
      FieldDescriptor field =
          type.getFields().stream()
              .filter(each -> fits(each, value.getClass(), name))
              .findFirst()
              .orElseThrow(() -> new AssertionError(type.getFullName() + " has no case " + name));
      return message.setField(field, message(field.getMessageType(), value)).build();
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      FieldDescriptor field =
          type.getFields().stream()
              .filter(each -> each.getJsonName().equals(component.getName()))
              .findFirst()
              .orElseThrow(() -> new AssertionError(type.getFullName() + "." + component));
      set(message, field, component(value, component));
    }
    return message.build();
  }

  /** A case of its own, or of the sealed interface between. */
  private static boolean fits(FieldDescriptor field, Class<?> type, String name) {
    if (field.getName().equals(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    for (Class<?> above : type.getInterfaces()) {
      if (field.getName().equals(above.getSimpleName().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Object component(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void set(
      DynamicMessage.Builder message, FieldDescriptor field, @Nullable Object value) {
    Object some = unwrapped(value);
    if (some == null) {
      return;
    }
    if (field.isMapField()) {
      List<Message> entries = new ArrayList<>();
      ((Map<?, ?>) some).forEach((key, each) -> entries.add(entry(field, key, each)));
      message.setField(field, entries);
    } else if (field.isRepeated()) {
      message.setField(
          field, elements(some).stream().map(element -> wire(field, element)).toList());
    } else {
      Object wire = wire(field, some);
      boolean absent =
          !field.hasPresence() && wire.equals(field.getDefaultValue()) && !isNegativeZero(wire);
      if (!absent) {
        message.setField(field, wire);
      }
    }
  }

  private static boolean isNegativeZero(Object wire) {
    return wire.equals(-0.0) || wire.equals(-0f);
  }

  private static Message entry(FieldDescriptor field, Object key, Object value) {
    Descriptor type = field.getMessageType();
    FieldDescriptor keyField = type.findFieldByNumber(1);
    FieldDescriptor valueField = type.findFieldByNumber(2);
    return DynamicMessage.newBuilder(type)
        .setField(keyField, wire(keyField, key))
        .setField(valueField, wire(valueField, value))
        .build();
  }

  private static List<Object> elements(Object some) {
    if (some instanceof Collection<?> collection) {
      return new ArrayList<>(collection);
    }
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(some); i++) {
      elements.add(Array.get(some, i));
    }
    return elements;
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? optional.getAsInt() : null;
    }
    if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? optional.getAsLong() : null;
    }
    if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? optional.getAsDouble() : null;
    }
    return value;
  }

  private static Object wire(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case MESSAGE -> messageOf(field.getMessageType(), value);
      case ENUM ->
          value instanceof ProtocolMessageEnum foreign
              ? field.getEnumType().findValueByNumber(foreign.getNumber())
              : field.getEnumType().findValueByName(constant(field, (Enum<?>) value));
      case STRING -> text(value);
      case BYTE_STRING -> bytes(value);
      case INT -> ((Number) scalar(value)).intValue();
      case LONG -> ((Number) scalar(value)).longValue();
      default -> scalar(value);
    };
  }

  private static String constant(FieldDescriptor field, Enum<?> value) {
    String name = field.getEnumType().getName().toUpperCase(Locale.ROOT) + "_" + value.name();
    return field.getEnumType().findValueByName(name) == null
        ? field.getEnumType().getName().toUpperCase(Locale.ROOT) + "_UNSPECIFIED"
        : name;
  }

  private static Object messageOf(Descriptor type, Object value) {
    if (value instanceof Instant instant) {
      return seconds(type, instant.getEpochSecond(), instant.getNano());
    }
    if (value instanceof Duration duration) {
      boolean negative = duration.isNegative() && duration.getNano() > 0;
      return seconds(
          type,
          duration.getSeconds() + (negative ? 1 : 0),
          duration.getNano() - (negative ? 1_000_000_000 : 0));
    }
    return value instanceof Message foreign ? parsed(type, foreign) : message(type, value);
  }

  private static Message parsed(Descriptor type, Message foreign) {
    try {
      return DynamicMessage.parseFrom(type, foreign.toByteString());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Message seconds(Descriptor type, long seconds, int nanos) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    set(message, type.findFieldByName("seconds"), seconds);
    set(message, type.findFieldByName("nanos"), nanos);
    return message.build();
  }

  private static Object bytes(Object value) {
    Object some = scalar(value);
    if (some instanceof UUID id) {
      return ByteString.copyFrom(
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .flip());
    }
    if (some instanceof ByteString bytes) {
      return bytes;
    }
    return some instanceof ByteBuffer buffer
        ? ByteString.copyFrom(buffer.duplicate())
        : ByteString.copyFrom((byte[]) some);
  }

  /** Out of a {@code @Scalar} record, or of the adapted class. */
  private static Object scalar(Object value) {
    try {
      if (value.getClass().isRecord()) {
        return scalar(
            java.util.Objects.requireNonNull(
                component(value, value.getClass().getRecordComponents()[0])));
      }
      if (value.getClass().getSimpleName().equals("Temperature")) {
        Method tenths = value.getClass().getMethod("tenths");
        return tenths.invoke(value);
      }
      return value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Object value) {
    Object some = scalar(value);
    if (some instanceof Enum<?> constant) {
      return constant.name();
    }
    if (some instanceof Locale locale) {
      return locale.toLanguageTag();
    }
    if (some instanceof LocalTime time) {
      return time.format(DateTimeFormatter.ISO_TIME);
    }
    if (some instanceof LocalDateTime time) {
      return time.format(DateTimeFormatter.ISO_DATE_TIME);
    }
    if (some instanceof OffsetDateTime time) {
      return time.format(DateTimeFormatter.ISO_DATE_TIME);
    }
    if (some instanceof OffsetTime time) {
      return time.format(DateTimeFormatter.ISO_TIME);
    }
    if (some instanceof Year year) {
      return pattern("uuuu").format(year);
    }
    if (some instanceof YearMonth month) {
      return pattern("uuuu-MM").format(month);
    }
    return some instanceof MonthDay day ? pattern("'--'MM-dd").format(day) : some.toString();
  }

  private static DateTimeFormatter pattern(String pattern) {
    return new DateTimeFormatterBuilder().appendPattern(pattern).toFormatter(Locale.ROOT);
  }
}
