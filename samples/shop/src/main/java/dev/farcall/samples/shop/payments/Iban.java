package dev.farcall.samples.shop.payments;

import dev.farcall.annotation.Scalar;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** A bank account (ISO 13616), without spaces. Its text shows the country and the last four. */
@Scalar
public record Iban(String value) {

  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  public Iban {
    if (!FORM.matcher(value).matches() || !hasValidCheckDigits(value)) {
      throw new IllegalArgumentException("iban: not valid (expected: ISO 13616, without spaces)");
    }
  }

  /** ISO 7064, MOD 97-10: country and check digits last, letters as 10 to 35, leaves 1. */
  private static boolean hasValidCheckDigits(String iban) {
    StringBuilder digits = new StringBuilder();
    (iban.substring(4) + iban.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
  }

  /** As in {@code DE****3000}. */
  @Override
  public String toString() {
    return value.substring(0, 2) + "****" + value.substring(value.length() - 4);
  }
}
