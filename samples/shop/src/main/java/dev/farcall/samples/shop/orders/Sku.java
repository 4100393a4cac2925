package dev.farcall.samples.shop.orders;

import dev.farcall.annotation.Scalar;
import java.util.regex.Pattern;

/** What the shop calls a thing it sells, as in {@code GREEN-TEA}. */
@Scalar
public record Sku(String value) implements Comparable<Sku> {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

  public Sku {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "sku: " + value.length() + " characters (expected: 1 to 40 of A-Z, 0-9 and '-')");
    }
  }

  @Override
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
