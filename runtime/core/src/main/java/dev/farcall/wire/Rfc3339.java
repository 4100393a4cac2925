package dev.farcall.wire;

import java.time.DateTimeException;
import java.time.LocalDate;

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

  private Rfc3339() {}

  /** With quotes; the year must have four digits. */
  static int put(long seconds, int nanos, byte[] to, int target) {
    long day = Math.floorDiv(seconds, SECONDS_OF_DAY);
    int second = (int) Math.floorMod(seconds, (long) SECONDS_OF_DAY);
    long shifted = day + 719_468; // days since 0000-03-01
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
