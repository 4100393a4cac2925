package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Scalar;
import java.util.Locale;

/** An address, in lower case. The constructor checks it on both sides of the wire. */
@Scalar
public record Email(String value) {

  private static final int MAX_LENGTH = 254; // RFC 5321, 4.5.3.1.3, without the brackets

  public Email {
    value = value.toLowerCase(Locale.ROOT);
    int at = value.indexOf('@');
    boolean plausible =
        at > 0
            && at == value.lastIndexOf('@')
            && at < value.length() - 1
            && value.length() <= MAX_LENGTH
            && value.chars().noneMatch(Character::isWhitespace);
    if (!plausible) {
      throw new IllegalArgumentException("email: not an address (expected: name@host)");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
