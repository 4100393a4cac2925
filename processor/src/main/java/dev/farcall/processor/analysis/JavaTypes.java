package dev.farcall.processor.analysis;

import static java.util.Map.entry;

import dev.farcall.processor.model.JavaScalar;
import dev.farcall.processor.model.ProtoScalar;
import java.util.Map;
import java.util.Optional;

/** The types of the JDK: what travels as one scalar, and what to use instead of the rest. */
final class JavaTypes {

  /** A Java type as one scalar. */
  record Form(JavaScalar java, ProtoScalar proto) {}

  private static final Map<String, Form> SCALARS =
      Map.ofEntries(
          entry("boolean", new Form(JavaScalar.BOOLEAN, ProtoScalar.BOOL)),
          entry("byte", new Form(JavaScalar.BYTE, ProtoScalar.INT32)),
          entry("short", new Form(JavaScalar.SHORT, ProtoScalar.INT32)),
          entry("int", new Form(JavaScalar.INT, ProtoScalar.INT32)),
          entry("long", new Form(JavaScalar.LONG, ProtoScalar.INT64)),
          entry("float", new Form(JavaScalar.FLOAT, ProtoScalar.FLOAT)),
          entry("double", new Form(JavaScalar.DOUBLE, ProtoScalar.DOUBLE)),
          entry("java.lang.String", new Form(JavaScalar.STRING, ProtoScalar.STRING)),
          entry("java.nio.ByteBuffer", new Form(JavaScalar.BYTE_BUFFER, ProtoScalar.BYTES)),
          entry(
              "com.google.protobuf.ByteString",
              new Form(JavaScalar.BYTE_STRING, ProtoScalar.BYTES)),
          text("java.math.BigDecimal", JavaScalar.BIG_DECIMAL),
          text("java.math.BigInteger", JavaScalar.BIG_INTEGER),
          text("java.util.UUID", JavaScalar.UUID),
          text("java.time.LocalDate", JavaScalar.LOCAL_DATE),
          text("java.time.LocalTime", JavaScalar.LOCAL_TIME),
          text("java.time.LocalDateTime", JavaScalar.LOCAL_DATE_TIME),
          text("java.time.OffsetDateTime", JavaScalar.OFFSET_DATE_TIME),
          text("java.time.OffsetTime", JavaScalar.OFFSET_TIME),
          text("java.time.Year", JavaScalar.YEAR),
          text("java.time.YearMonth", JavaScalar.YEAR_MONTH),
          text("java.time.MonthDay", JavaScalar.MONTH_DAY),
          text("java.time.Period", JavaScalar.PERIOD),
          text("java.time.ZoneId", JavaScalar.ZONE_ID),
          text("java.time.ZoneOffset", JavaScalar.ZONE_OFFSET),
          text("java.net.URI", JavaScalar.URI),
          text("java.util.Locale", JavaScalar.LOCALE),
          text("java.util.Currency", JavaScalar.CURRENCY));

  private static final Map<String, String> BOXES =
      Map.of(
          "java.lang.Boolean", "boolean",
          "java.lang.Byte", "byte",
          "java.lang.Short", "short",
          "java.lang.Integer", "int",
          "java.lang.Long", "long",
          "java.lang.Float", "float",
          "java.lang.Double", "double");

  private static final String LIST = "Use List.";
  private static final String SET = "Use Set.";
  private static final String MAP = "Use Map.";
  private static final String STREAM = "Use byte[] or java.nio.ByteBuffer.";

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          entry("char", "Use String."),
          entry("java.lang.Character", "Use String."),
          entry("java.lang.CharSequence", "Use String."),
          entry("java.lang.StringBuilder", "Use String."),
          entry("java.util.Date", "Use java.time.Instant."),
          entry("java.sql.Date", "Use java.time.LocalDate."),
          entry("java.sql.Timestamp", "Use java.time.Instant."),
          entry("java.util.Calendar", "Use java.time.Instant."),
          entry(
              "java.time.ZonedDateTime",
              "Use java.time.Instant and java.time.ZoneId, or java.time.OffsetDateTime."),
          entry("java.util.TimeZone", "Use java.time.ZoneId."),
          entry("java.net.URL", "Use java.net.URI."),
          entry("java.net.InetAddress", "Use String."),
          entry("java.io.File", "Use String."),
          entry("java.nio.file.Path", "Use String."),
          entry("java.lang.Class", "Use String or an enum."),
          entry("java.lang.Object", "Use a record, or a sealed interface of records."),
          entry("java.lang.Number", "Use long, double or java.math.BigDecimal."),
          entry("java.lang.Enum", "Use the enum itself."),
          entry("java.lang.Record", "Use the record itself."),
          entry("java.lang.Void", "Use a record without components."),
          entry("java.lang.Iterable", LIST),
          entry("java.util.Iterator", LIST),
          entry("java.util.ArrayList", LIST),
          entry("java.util.LinkedList", LIST),
          entry("java.util.Queue", LIST),
          entry("java.util.Deque", LIST),
          entry("java.util.SequencedCollection", LIST),
          entry("java.util.SortedSet", SET),
          entry("java.util.NavigableSet", SET),
          entry("java.util.HashSet", SET),
          entry("java.util.LinkedHashSet", SET),
          entry("java.util.TreeSet", SET),
          entry("java.util.EnumSet", SET),
          entry("java.util.HashMap", MAP),
          entry("java.util.LinkedHashMap", MAP),
          entry("java.util.EnumMap", MAP),
          entry("java.util.TreeMap", "Use SortedMap."),
          entry("java.util.NavigableMap", "Use SortedMap."),
          entry("java.util.concurrent.ConcurrentMap", MAP),
          entry("java.util.BitSet", "Use java.nio.ByteBuffer."),
          entry("java.util.concurrent.atomic.AtomicInteger", "Use int."),
          entry("java.util.concurrent.atomic.AtomicLong", "Use long."),
          entry("java.io.InputStream", STREAM),
          entry("java.io.OutputStream", STREAM),
          entry("java.io.Reader", "Use String."));

  private JavaTypes() {}

  private static Map.Entry<String, Form> text(String name, JavaScalar java) {
    return entry(name, new Form(java, ProtoScalar.STRING));
  }

  /** The scalar of a primitive or a class. */
  static Optional<Form> scalar(String name) {
    return Optional.ofNullable(SCALARS.get(name));
  }

  /** The primitive of a box. */
  static Optional<String> unboxed(String name) {
    return Optional.ofNullable(BOXES.get(name));
  }

  /** What to use instead of a type that cannot be sent. */
  static Optional<String> instead(String name) {
    return Optional.ofNullable(INSTEAD.get(name));
  }
}
