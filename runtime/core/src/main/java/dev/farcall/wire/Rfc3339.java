package dev.farcall.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as RFC 3339 text. By arithmetic, since {@code DateTimeFormatter} takes ten times
 * as long. The days of the civil calendar are counted as in Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms".
 */
final class Rfc3339 {

  /** {@code 2026-01-31T10:15:00.123456789Z} in quotes. */
  static final int ROOM = 32;

  private static final int SECONDS_OF_DAY = 86_400;
  private static final int DAYS_OF_ERA = 146_097;

  /** From 0000-03-01. */
  private static final int DAYS_TO_1970 = 719_468;

  /** {@code 2026-01-31T10:15:00Z} in quotes. */
  private static final int SHORTEST = 22;

  /** Of the months, from 1 on, in every year. */
  private static final int[] DAYS = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Rfc3339() {}

  /** With quotes; the year must have four digits. */
  static int put(long seconds, int nanos, byte[] to, int target) {
    long day = Math.floorDiv(seconds, SECONDS_OF_DAY);
    int second = (int) Math.floorMod(seconds, (long) SECONDS_OF_DAY);
    long shifted = day + DAYS_TO_1970;
    int era = (int) Math.floorDiv(shifted, DAYS_OF_ERA);
    int dayOfEra = (int) (shifted - (long) era * DAYS_OF_ERA);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shiftedMonth = (5 * dayOfYear + 2) / 153;
    int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    int year = yearOfEra + 400 * era + (month <= 2 ? 1 : 0);
    to[target] = '"';
    int at = JsonDigits.putPadded(year, 4, to, target + 1);
    to[at] = '-';
    at = JsonDigits.putPadded(month, 2, to, at + 1);
    to[at] = '-';
    at = JsonDigits.putPadded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2, to, at + 1);
    to[at] = 'T';
    at = JsonDigits.putPadded(second / 3600, 2, to, at + 1);
    to[at] = ':';
    at = JsonDigits.putPadded(second / 60 % 60, 2, to, at + 1);
    to[at] = ':';
    at = JsonDigits.putPadded(second % 60, 2, to, at + 1);
    at = SecondsAndNanos.putFraction(nanos, to, at);
    to[at] = 'Z';
    to[at + 1] = '"';
    return at + 2;
  }

  /**
   * The time that stands there in quotes, if it is spelt as we write it, and is none of 29
   * February; it is then read. Else null, and {@link #parse} says what is wrong with it, if
   * anything.
   */
  static @Nullable Instant read(JsonScanner in) {
    int at = in.start();
    byte[] bytes = in.bytes;
    if (in.limit - at < SHORTEST
        || bytes[at] != '"'
        || bytes[at + 5] != '-'
        || bytes[at + 8] != '-'
        || bytes[at + 11] != 'T'
        || bytes[at + 14] != ':'
        || bytes[at + 17] != ':') {
      return null;
    }
    int century = pair(bytes, at + 1);
    int year = pair(bytes, at + 3);
    int month = pair(bytes, at + 6);
    int day = pair(bytes, at + 9);
    int hour = pair(bytes, at + 12);
    int minute = pair(bytes, at + 15);
    int second = pair(bytes, at + 18);
    boolean digits = (century | year | month | day | hour | minute | second) >= 0;
    if (!digits || century + year == 0 || month == 0 || month > 12 || day == 0) {
      return null;
    }
    if (day > DAYS[month] || hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    int end = at + 20;
    int nanos = 0;
    if (bytes[end] == '.') {
      int unit = 1_000_000_000;
      for (end++; end < in.limit && unit > 1 && JsonNumbers.isDigit(bytes[end]); end++) {
        unit /= 10;
        nanos += (bytes[end] - '0') * unit;
      }
    }
    if (end > in.limit - 2 || bytes[end] != 'Z' || bytes[end + 1] != '"' || bytes[end - 1] == '.') {
      return null;
    }
    in.position = end + 2;
    long seconds = (hour * 60L + minute) * 60 + second;
    return Instant.ofEpochSecond(
        day(100 * century + year, month, day) * SECONDS_OF_DAY + seconds, nanos);
  }

  /** The number that two digits spell, or -1 if they are none. */
  private static int pair(byte[] bytes, int at) {
    return JsonNumbers.isDigit(bytes[at]) && JsonNumbers.isDigit(bytes[at + 1])
        ? 10 * (bytes[at] - '0') + (bytes[at + 1] - '0')
        : -1;
  }

  /** Days since 1970. */
  private static long day(int year, int month, int day) {
    int shiftedYear = month <= 2 ? year - 1 : year; // which begins in March
    int era = shiftedYear / 400;
    int yearOfEra = shiftedYear - 400 * era;
    int dayOfYear = (153 * (month <= 2 ? month + 9 : month - 3) + 2) / 5 + day - 1;
    int dayOfEra = 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (long) era * DAYS_OF_ERA + dayOfEra - DAYS_TO_1970;
  }

  /**
   * Reads {@code 2026-01-31T10:15:00.5+01:00}; capital letters, one to nine decimals, an offset.
   *
   * @throws DecodeException if it is none
   */
  static SecondsAndNanos parse(String text) {
    int length = text.length();
    if (length < 20
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T'
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      throw notTime();
    }
    long hour = upTo(23, text, 11);
    long minute = upTo(59, text, 14);
    long second = upTo(59, text, 17);
    int at = 19;
    int nanos = 0;
    if (text.charAt(at) == '.') {
      int from = ++at;
      while (at < length && Character.isDigit(text.charAt(at))) {
        at++;
      }
      nanos = SecondsAndNanos.fraction(text, from, at);
      if (nanos < 0) {
        throw notTime();
      }
    }
    long seconds = ((day(text) * 24 + hour) * 60 + minute) * 60 + second - offset(text, at);
    return new SecondsAndNanos(seconds, nanos);
  }

  private static long day(String text) {
    long year = SecondsAndNanos.digits(text, 0, 4);
    long month = SecondsAndNanos.digits(text, 5, 7);
    long day = SecondsAndNanos.digits(text, 8, 10);
    try {
      return LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
    } catch (DateTimeException e) {
      throw notTime();
    }
  }

  private static long offset(String text, int at) {
    int rest = text.length() - at;
    char sign = rest == 0 ? 0 : text.charAt(at);
    if (rest == 1 && sign == 'Z') {
      return 0;
    }
    if (rest != 6 || (sign != '+' && sign != '-') || text.charAt(at + 3) != ':') {
      throw notTime();
    }
    long seconds = upTo(23, text, at + 1) * 3600 + upTo(59, text, at + 4) * 60;
    return sign == '+' ? seconds : -seconds;
  }

  private static long upTo(int max, String text, int from) {
    long value = SecondsAndNanos.digits(text, from, from + 2);
    if (value < 0 || value > max) {
      throw notTime();
    }
    return value;
  }

  private static DecodeException notTime() {
    return DecodeException.invalid("is not a time as 2026-01-31T10:15:00.5Z (RFC 3339)");
  }
}
