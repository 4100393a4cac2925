package dev.farcall.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text forms of the JDK's types, and what is not one. */
class WireValuesTest {

  private static final String WHERE = "Order.total";

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.10", "1E+3", "1E-9999", "1E+9999", "123456789.000"})
  void a_decimal_keeps_its_scale(String text) {
    BigDecimal decimal = new BigDecimal(text);
    assertThat(WireNumbers.decimal(WireNumbers.text(decimal, WHERE))).isEqualTo(decimal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " 1", "1e100000000", "1E+10000", "1E-10000", "NaN", "١", "1,0", "0x1"})
  void what_is_no_decimal_is_refused(String text) {
    assertThatThrownBy(() -> WireNumbers.decimal(text))
        .isInstanceOfSatisfying(
            DecodeException.class,
            e -> assertThat(e.kind()).isEqualTo(DecodeException.Kind.INVALID));
  }

  @Test
  void a_decimal_has_at_most_a_thousand_digits() {
    BigDecimal largest = new BigDecimal("9".repeat(1000));
    assertThat(WireNumbers.decimal(WireNumbers.text(largest, WHERE))).isEqualTo(largest);
    assertThatThrownBy(() -> WireNumbers.text(new BigDecimal("1".repeat(1001)), WHERE))
        .hasMessage("Order.total has 1001 digits (expected: at most 1000)");
    assertThatThrownBy(() -> WireNumbers.decimal("1".repeat(1001)))
        .hasMessage("has 1001 digits (expected: at most 1000)");
    assertThatThrownBy(() -> WireNumbers.text(new BigDecimal("1E+10000"), WHERE))
        .hasMessage("Order.total has the exponent 10000 (expected: at most 9999 either way)");
  }

  @Test
  void an_integer_has_at_most_4096_digits() {
    BigInteger largest = new BigInteger("-" + "9".repeat(4096));
    assertThat(WireNumbers.integer(WireNumbers.text(largest, WHERE))).isEqualTo(largest);
    assertThatThrownBy(() -> WireNumbers.text(largest.subtract(BigInteger.ONE), WHERE))
        .isInstanceOf(EncodeException.class);
    assertThatThrownBy(() -> WireNumbers.text(BigInteger.ONE.shiftLeft(1_000_000), WHERE))
        .isInstanceOf(EncodeException.class);
    assertThatThrownBy(() -> WireNumbers.integer("1".repeat(1_000_000)))
        .isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> WireNumbers.integer("")).isInstanceOf(DecodeException.class);
  }

  @Test
  void a_uuid_is_read_in_either_case_and_written_in_lower() {
    UUID id = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
    assertThat(WireTexts.text(id, WHERE)).isEqualTo("123e4567-e89b-12d3-a456-426614174000");
    assertThat(WireTexts.uuid("123E4567-E89B-12D3-A456-426614174000")).isEqualTo(id);
    assertThat(WireTexts.uuid(WireTexts.bytes(id, WHERE))).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1-1-1-1-1",
        "",
        "123e4567e89b12d3a456426614174000",
        "123e4567-e89b-12d3-a456-42661417400",
        "123e4567-e89b-12d3-a456-4266141740000",
        "+23e4567-e89b-12d3-a456-426614174000",
        "123e4567-e89b-12d3-a456-42661417400g",
        "123e4567-e89b-12d3-a456-42661417400١"
      })
  void what_is_no_uuid_is_refused(String text) {
    assertThatThrownBy(() -> WireTexts.uuid(text)).isInstanceOf(DecodeException.class);
  }

  @Test
  void times_keep_their_zero_seconds() {
    LocalTime quarterPastTen = LocalTime.of(10, 15);
    LocalDateTime dateTime = LocalDateTime.of(2026, 1, 31, 10, 15);
    OffsetDateTime offset = dateTime.atOffset(ZoneOffset.UTC);
    assertThat(WireTimes.text(quarterPastTen, WHERE)).isEqualTo("10:15:00");
    assertThat(WireTimes.text(dateTime, WHERE)).isEqualTo("2026-01-31T10:15:00");
    assertThat(WireTimes.text(offset, WHERE)).isEqualTo("2026-01-31T10:15:00Z");
    assertThat(WireTimes.offsetDateTime("2026-01-31T10:15:00Z")).isEqualTo(offset);
  }

  @Test
  void years_of_any_length_are_read_back() {
    for (int year : List.of(-999_999_999, -44, 0, 5, 2026, 12_345, 999_999_999)) {
      assertThat(WireTimes.year(WireTimes.text(Year.of(year), WHERE))).isEqualTo(Year.of(year));
      YearMonth month = YearMonth.of(year, 2);
      assertThat(WireTimes.yearMonth(WireTimes.text(month, WHERE))).isEqualTo(month);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-13-01", "2026-02-30", "31.1.2026", "2026-1-1"})
  void what_is_no_date_is_refused_with_what_was_expected(String text) {
    assertThatThrownBy(() -> WireTimes.localDate(text))
        .isInstanceOf(DecodeException.class)
        .hasMessageContaining("a date as 2026-01-31");
  }

  @Test
  void a_period_that_overflows_is_refused() {
    assertThatThrownBy(() -> WireTimes.period("P999999999999Y"))
        .isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> WireTimes.period("P" + "1".repeat(100) + "Y"))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void what_is_no_locale_currency_zone_or_uri_is_refused() {
    assertThatThrownBy(() -> WireTexts.locale("de_CH")).isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> WireTexts.currency("XYZ1")).isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> WireTexts.uri("http://a b")).isInstanceOf(DecodeException.class);
    assertThatThrownBy(() -> WireTimes.zoneId("Mars/Olympus")).isInstanceOf(DecodeException.class);
    assertThat(WireTexts.locale("und")).isEqualTo(Locale.ROOT);
  }

  @Test
  void an_instant_is_of_the_years_1_to_9999() {
    for (String text : List.of("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z")) {
      Instant edge = Instant.parse(text);
      byte[] bytes = ProtobufWriter.encode(TimestampCodec.INSTANCE, edge);
      assertThat(ProtobufReader.decode(TimestampCodec.INSTANCE, bytes, DecodeLimits.DEFAULT))
          .isEqualTo(edge);
    }
    Instant before = Instant.parse("0001-01-01T00:00:00Z").minusNanos(1);
    assertThatThrownBy(() -> ProtobufWriter.encode(TimestampCodec.INSTANCE, before))
        .isInstanceOf(EncodeException.class);
  }

  @Test
  void a_duration_has_one_sign() {
    for (Duration duration :
        List.of(
            Duration.ofMillis(-1500),
            Duration.ofNanos(-1),
            Duration.ofDays(-3_652_500),
            Duration.ofDays(3_652_500))) {
      byte[] bytes = ProtobufWriter.encode(DurationCodec.INSTANCE, duration);
      assertThat(ProtobufReader.decode(DurationCodec.INSTANCE, bytes, DecodeLimits.DEFAULT))
          .isEqualTo(duration);
    }
    byte[] mixed = {8, 1, 16, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
    assertThatThrownBy(
            () -> ProtobufReader.decode(DurationCodec.INSTANCE, mixed, DecodeLimits.DEFAULT))
        .hasMessage("duration has seconds and nanos of different signs");
    assertThatThrownBy(
            () ->
                ProtobufWriter.encode(DurationCodec.INSTANCE, Duration.ofSeconds(315_576_000_001L)))
        .isInstanceOf(EncodeException.class);
  }

  @Test
  void numbers_that_do_not_fit_are_refused() {
    assertThat(WireValues.toByte(-128)).isEqualTo((byte) -128);
    assertThatThrownBy(() -> WireValues.toByte(128)).hasMessage("is 128 (expected: -128 to 127)");
    assertThatThrownBy(() -> WireValues.toShort(40_000))
        .hasMessage("is 40000 (expected: -32768 to 32767)");
  }
}
