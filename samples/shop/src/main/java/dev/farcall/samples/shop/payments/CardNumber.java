package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.Scalar;
import java.util.regex.Pattern;

/**
 * The number on a card. It crosses the wire as a string, but never reaches a log: its text shows
 * the last four digits, and no error repeats what it was given.
 */
@Scalar
public record CardNumber(String value) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{12,19}"); // ISO/IEC 7812

  public CardNumber {
    if (!DIGITS.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "card number: " + value.length() + " characters (expected: 12 to 19 digits)");
    }
  }

  /** Whether the last digit is the check digit of the others, by the formula of Luhn. */
  public boolean hasValidCheckDigit() {
    int sum = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(value.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  boolean endsWith(String digits) {
    return value.endsWith(digits);
  }

  /** As in {@code ****1111}. */
  @Override
  public String toString() {
    return "****" + value.substring(value.length() - 4);
  }
}
