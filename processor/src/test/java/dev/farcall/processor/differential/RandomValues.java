package dev.farcall.processor.differential;

import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Values of any type of the table, often at the edges of it. */
final class RandomValues {

  private static final int MAX_DEPTH = 4;

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  Object of(Class<?> type) {
    return value(type, Map.of(), 0);
  }

  private Object value(Type type, Map<TypeVariable<?>, Type> variables, int depth) {
    if (type instanceof TypeVariable<?> variable) {
      return value(variables.get(variable), Map.of(), depth);
    }
    if (type instanceof GenericArrayType array) {
      return array(array.getGenericComponentType(), variables, depth);
    }
    if (type instanceof ParameterizedType generic) {
      return generic(generic, variables, depth);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == byte[].class) {
      return bytes();
    }
    if (raw.isArray()) {
      return array(raw.getComponentType(), variables, depth);
    }
    if (raw == NullValue.class) {
      return NullValue.NULL_VALUE; // the other constant is UNRECOGNIZED
    }
    if (raw.isEnum()) {
      return pick(raw.getEnumConstants());
    }
    if (raw.isSealed() && raw.isInterface()) {
      return value(pick(raw.getPermittedSubclasses()), Map.of(), depth);
    }
    return raw.isRecord() ? record(raw, Map.of(), depth) : scalar(raw);
  }

  private Object generic(ParameterizedType type, Map<TypeVariable<?>, Type> outer, int depth) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = outer.getOrDefault(arguments[i], arguments[i]);
    }
    if (raw == Optional.class) {
      return depth > MAX_DEPTH || random.nextInt(3) == 0
          ? Optional.empty()
          : Optional.of(value(arguments[0], outer, depth + 1));
    }
    if (Map.class.isAssignableFrom(raw)) {
      Map<Object, Object> map = raw == SortedMap.class ? new TreeMap<>() : new LinkedHashMap<>();
      for (int i = size(depth); i > 0; i--) {
        map.put(value(arguments[0], outer, depth + 1), value(arguments[1], outer, depth + 1));
      }
      return map;
    }
    if (Collection.class.isAssignableFrom(raw)) {
      Collection<Object> elements = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
      for (int i = size(depth); i > 0; i--) {
        elements.add(value(arguments[0], outer, depth + 1));
      }
      return elements;
    }
    Map<TypeVariable<?>, Type> bound = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      bound.put(raw.getTypeParameters()[i], arguments[i]);
    }
    return record(raw, bound, depth);
  }

  private int size(int depth) {
    return depth > MAX_DEPTH ? 0 : Math.max(0, random.nextInt(6) - depth);
  }

  private Object array(Type element, Map<TypeVariable<?>, Type> variables, int depth) {
    Class<?> raw =
        (Class<?>) (element instanceof ParameterizedType generic ? generic.getRawType() : element);
    Object array = Array.newInstance(raw, size(depth));
    for (int i = 0; i < Array.getLength(array); i++) {
      Array.set(array, i, value(element, variables, depth + 1));
    }
    return array;
  }

  private Object record(Class<?> type, Map<TypeVariable<?>, Type> variables, int depth) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      arguments[i] = value(components[i].getGenericType(), variables, depth + 1);
      if (isBox(types[i]) && random.nextBoolean()) {
        arguments[i] = null;
      }
    }
    if (type.getSimpleName().equals("Sku")) {
      arguments[0] = "sku-" + random.nextInt(100); // refuses the empty one
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.toString(), e);
    }
  }

  private static boolean isBox(Class<?> type) {
    return Number.class.isAssignableFrom(type) && type.getPackageName().equals("java.lang")
        || type == Boolean.class;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  @SafeVarargs
  private <T> T either(T... values) {
    return values[random.nextInt(values.length)];
  }

  private Object scalar(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    }
    if (type == byte.class || type == Byte.class) {
      return (byte) integer();
    }
    if (type == short.class || type == Short.class) {
      return (short) integer();
    }
    if (type == int.class || type == Integer.class) {
      return (int) integer();
    }
    if (type == long.class || type == Long.class) {
      return integer();
    }
    if (type == float.class || type == Float.class) {
      return either(0f, -0f, 1.5f, Float.NaN, Float.NEGATIVE_INFINITY, random.nextFloat());
    }
    if (type == double.class || type == Double.class) {
      return either(0.0, -0.0, 1.5, Double.NaN, Double.POSITIVE_INFINITY, random.nextDouble());
    }
    if (type == OptionalInt.class) {
      return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of((int) integer());
    }
    if (type == OptionalLong.class) {
      return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(integer());
    }
    if (type == OptionalDouble.class) {
      return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextInt(3));
    }
    if (type == String.class) {
      return text();
    }
    if (type == ByteBuffer.class) {
      return ByteBuffer.wrap(bytes());
    }
    if (type == ByteString.class) {
      return ByteString.copyFrom(bytes());
    }
    if (type == FieldMask.class) {
      return FieldMask.newBuilder()
          .addPaths(either("user.display_name", "id"))
          .addPaths(either("a_b.c_d", "note"))
          .build();
    }
    if (type == Struct.class) {
      return Struct.newBuilder()
          .putFields(text(), Value.newBuilder().setStringValue(text()).build())
          .build();
    }
    if (type.getSimpleName().equals("Temperature")) {
      return adapted(type);
    }
    return type.getPackageName().equals("java.time") ? time(type) : identifier(type);
  }

  private Object adapted(Class<?> type) {
    try {
      return type.getConstructor(int.class).newInstance((int) integer());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object identifier(Class<?> type) {
    if (type == BigDecimal.class) {
      return new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(40) - 20);
    }
    if (type == BigInteger.class) {
      BigInteger magnitude = new BigInteger(random.nextInt(200), random);
      return random.nextBoolean() ? magnitude : magnitude.negate();
    }
    if (type == UUID.class) {
      return new UUID(integer(), integer());
    }
    if (type == URI.class) {
      return URI.create(either("http://h/p?q=1#f", "urn:a:b", "/x"));
    }
    if (type == Locale.class) {
      return Locale.forLanguageTag(either("de-CH", "en", "zh-Hant-TW", "und"));
    }
    if (type == Currency.class) {
      return Currency.getInstance(either("CHF", "USD", "JPY"));
    }
    throw new IllegalArgumentException("no values of " + type);
  }

  private Object time(Class<?> type) {
    LocalDate date =
        LocalDate.ofEpochDay(either(0, -719162, 2932896, random.nextInt(40_000)).longValue());
    LocalTime time =
        either(LocalTime.MIDNIGHT, LocalTime.of(10, 15), LocalTime.ofNanoOfDay(nanoOfDay()));
    ZoneOffset offset = either(ZoneOffset.UTC, ZoneOffset.ofHours(-5), ZoneOffset.ofHours(14));
    return switch (type.getSimpleName()) {
      case "Instant" -> LocalDateTime.of(date, time).toInstant(ZoneOffset.UTC);
      case "Duration" ->
          Duration.ofSeconds(
              random.nextInt(5) - 2 + (random.nextBoolean() ? 0 : 315_575_999_000L),
              random.nextInt(2) * random.nextInt(1_000_000_000));
      case "LocalDate" -> date;
      case "LocalTime" -> time;
      case "LocalDateTime" -> LocalDateTime.of(date, time);
      case "OffsetDateTime" -> OffsetDateTime.of(date, time, offset);
      case "OffsetTime" -> OffsetTime.of(time, offset);
      case "Year" -> either(Year.of(2026), Year.of(5), Year.of(-44), Year.of(12_345));
      case "YearMonth" -> either(YearMonth.of(2026, 1), YearMonth.of(12_345, 12));
      case "MonthDay" -> either(MonthDay.of(2, 29), MonthDay.of(12, 31));
      case "Period" -> Period.of(random.nextInt(3), -random.nextInt(3), random.nextInt(40));
      case "ZoneId" -> either(ZoneId.of("Europe/Berlin"), ZoneId.of("Z"), ZoneId.of("+01:00"));
      case "ZoneOffset" -> offset;
      default -> throw new IllegalArgumentException("no values of " + type);
    };
  }

  private long nanoOfDay() {
    return Math.floorMod(random.nextLong(), 86_400_000_000_000L);
  }

  /** Of any length in bits. */
  private long integer() {
    long some = random.nextLong() >>> random.nextInt(64);
    return either(0L, some, -some, some, Long.MIN_VALUE, Long.MAX_VALUE, -1L);
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(300) : random.nextInt(4)];
    random.nextBytes(bytes);
    return bytes;
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(5); i > 0; i--) {
      text.appendCodePoint(either((int) 'a', (int) '?', 0, 0xE9, 0x20AC, 0xFFFD, 0x1F600));
    }
    return text.toString();
  }
}
