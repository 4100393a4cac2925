package dev.farcall.wire;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as ISO 8601 text. Not {@code toString()}, which drops seconds that are zero and
 * so is not RFC 3339.
 */
public final class WireTimes {

  private static final int MAX_LENGTH = 64;

  private static final DateTimeFormatter YEAR_FORMAT =
      new DateTimeFormatterBuilder()
          .appendValue(YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter YEAR_MONTH_FORMAT =
      new DateTimeFormatterBuilder()
          .append(YEAR_FORMAT)
          .appendLiteral('-')
          .appendValue(MONTH_OF_YEAR, 2)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter MONTH_DAY_FORMAT =
      new DateTimeFormatterBuilder()
          .appendLiteral("--")
          .appendValue(MONTH_OF_YEAR, 2)
          .appendLiteral('-')
          .appendValue(DAY_OF_MONTH, 2)
          .toFormatter(Locale.ROOT);

  private WireTimes() {}

  /** As in {@code 2026-01-31T10:15:00Z}: what JSON has between quotes. */
  public static String text(@Nullable Instant value, String where) {
    return unquoted(TimestampCodec.INSTANCE, WireValues.notNull(value, where));
  }

  /** As in {@code 1.5s}: what JSON has between quotes. */
  public static String text(@Nullable Duration value, String where) {
    return unquoted(DurationCodec.INSTANCE, WireValues.notNull(value, where));
  }

  private static <T> String unquoted(MessageCodec<T> codec, T value) {
    byte[] quoted = JsonWriter.encode(codec, value, JsonProfile.PROTO);
    return new String(quoted, 1, quoted.length - 2, StandardCharsets.US_ASCII);
  }

  /** As in {@code 2026-01-31}. */
  public static String text(@Nullable LocalDate value, String where) {
    return WireValues.notNull(value, where).toString(); // the one that toString() writes whole
  }

  /** As in {@code 10:15:00}. */
  public static String text(@Nullable LocalTime value, String where) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(WireValues.notNull(value, where));
  }

  /** As in {@code 2026-01-31T10:15:00}. */
  public static String text(@Nullable LocalDateTime value, String where) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(WireValues.notNull(value, where));
  }

  /** As in {@code 2026-01-31T10:15:00+01:00}. */
  public static String text(@Nullable OffsetDateTime value, String where) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(WireValues.notNull(value, where));
  }

  /** As in {@code 10:15:00+01:00}. */
  public static String text(@Nullable OffsetTime value, String where) {
    return DateTimeFormatter.ISO_OFFSET_TIME.format(WireValues.notNull(value, where));
  }

  /** As in {@code 2026}. */
  public static String text(@Nullable Year value, String where) {
    return YEAR_FORMAT.format(WireValues.notNull(value, where));
  }

  /** As in {@code 2026-01}. */
  public static String text(@Nullable YearMonth value, String where) {
    return YEAR_MONTH_FORMAT.format(WireValues.notNull(value, where));
  }

  /** As in {@code --01-31}. */
  public static String text(@Nullable MonthDay value, String where) {
    return MONTH_DAY_FORMAT.format(WireValues.notNull(value, where));
  }

  /** As in {@code P1Y2M3D}. */
  public static String text(@Nullable Period value, String where) {
    return WireValues.notNull(value, where).toString();
  }

  /** As in {@code Europe/Berlin}; a {@link ZoneOffset} as {@code +01:00}. */
  public static String text(@Nullable ZoneId value, String where) {
    return WireValues.notNull(value, where).getId();
  }

  public static LocalDate localDate(String text) {
    return parse(text, LocalDate::parse, "a date as 2026-01-31");
  }

  public static LocalTime localTime(String text) {
    return parse(text, LocalTime::parse, "a time as 10:15:00");
  }

  public static LocalDateTime localDateTime(String text) {
    return parse(text, LocalDateTime::parse, "a date and time as 2026-01-31T10:15:00");
  }

  public static OffsetDateTime offsetDateTime(String text) {
    return parse(text, OffsetDateTime::parse, "a date and time as 2026-01-31T10:15:00+01:00");
  }

  public static OffsetTime offsetTime(String text) {
    return parse(text, OffsetTime::parse, "a time as 10:15:00+01:00");
  }

  public static Year year(String text) {
    return parse(text, it -> Year.parse(it, YEAR_FORMAT), "a year as 2026");
  }

  public static YearMonth yearMonth(String text) {
    return parse(text, it -> YearMonth.parse(it, YEAR_MONTH_FORMAT), "a month as 2026-01");
  }

  public static MonthDay monthDay(String text) {
    return parse(text, it -> MonthDay.parse(it, MONTH_DAY_FORMAT), "a day as --01-31");
  }

  /** RFC 3339, with any offset. */
  public static Instant instant(String text) {
    return quoted(TimestampCodec.INSTANCE, text, "a time as 2026-01-31T10:15:00Z");
  }

  /** Seconds, with at most nine digits behind a point, and {@code s}. */
  public static Duration duration(String text) {
    return quoted(DurationCodec.INSTANCE, text, "a duration as 1.5s");
  }

  private static <T> T quoted(MessageCodec<T> codec, String text, String expected) {
    boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '"' && c != '\\');
    if (text.length() > MAX_LENGTH || !plain) {
      throw DecodeException.invalid("is not what was expected: " + expected);
    }
    byte[] json = ('"' + text + '"').getBytes(StandardCharsets.US_ASCII);
    return JsonReader.decode(codec, json, JsonProfile.PROTO, DecodeLimits.DEFAULT);
  }

  public static Period period(String text) {
    return parse(text, Period::parse, "a period as P1Y2M3D");
  }

  public static ZoneId zoneId(String text) {
    return parse(text, ZoneId::of, "a time zone as Europe/Berlin");
  }

  public static ZoneOffset zoneOffset(String text) {
    return parse(text, ZoneOffset::of, "an offset as +01:00");
  }

  private static <T> T parse(String text, Function<String, T> parser, String expected) {
    if (text.length() <= MAX_LENGTH) {
      try {
        return parser.apply(text);
      } catch (DateTimeException | ArithmeticException e) {
        // said below
      }
    }
    throw DecodeException.invalid("is not what was expected: " + expected);
  }
}
