package dev.farcall.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identifiers of the JDK as text, and a {@link UUID} as bytes. */
public final class WireTexts {

  private static final int UUID_LENGTH = 36;
  private static final int UUID_BYTES = 16;
  private static final int MAX_LOCALE_LENGTH = 255;

  private WireTexts() {}

  /** 36 characters, lower-case. */
  public static String text(@Nullable UUID value, String where) {
    return WireValues.notNull(value, where).toString();
  }

  /** Exactly 36 characters, in either case; {@code UUID.fromString} takes {@code 1-1-1-1-1} too. */
  public static UUID uuid(String text) {
    if (text.length() != UUID_LENGTH
        || text.charAt(8) != '-'
        || text.charAt(13) != '-'
        || text.charAt(18) != '-'
        || text.charAt(23) != '-') {
      throw notUuid();
    }
    long most = hex(text, 0, 8) << 32 | hex(text, 9, 13) << 16 | hex(text, 14, 18);
    long least = hex(text, 19, 23) << 48 | hex(text, 24, 36);
    return new UUID(most, least);
  }

  private static long hex(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw notUuid();
      }
      value = value << 4 | digit;
    }
    return value;
  }

  private static DecodeException notUuid() {
    return DecodeException.invalid(
        "is not a UUID as 123e4567-e89b-12d3-a456-426614174000 (36 characters)");
  }

  /** 16 bytes, the most significant first. */
  public static byte[] bytes(@Nullable UUID value, String where) {
    UUID uuid = WireValues.notNull(value, where);
    return ByteBuffer.allocate(UUID_BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  /** Exactly 16 bytes. */
  public static UUID uuid(byte[] bytes) {
    if (bytes.length != UUID_BYTES) {
      throw DecodeException.invalid("has " + bytes.length + " bytes (expected: the 16 of a UUID)");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new UUID(buffer.getLong(), buffer.getLong());
  }

  public static String text(@Nullable URI value, String where) {
    return WireValues.notNull(value, where).toString();
  }

  public static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw DecodeException.invalid("is not a URI (RFC 2396)");
    }
  }

  /** A BCP 47 language tag. */
  public static String text(@Nullable Locale value, String where) {
    String tag = WireValues.notNull(value, where).toLanguageTag();
    if (tag.length() > MAX_LOCALE_LENGTH) {
      throw EncodeException.outOfRange(
          where, "is longer than " + MAX_LOCALE_LENGTH + " characters (expected: at most that)");
    }
    return tag;
  }

  public static Locale locale(String text) {
    if (text.length() <= MAX_LOCALE_LENGTH) {
      try {
        return new Locale.Builder().setLanguageTag(text).build();
      } catch (IllformedLocaleException e) {
        // said below
      }
    }
    throw DecodeException.invalid("is not a language tag as de-CH (BCP 47)");
  }

  /** The ISO 4217 code. */
  public static String text(@Nullable Currency value, String where) {
    return WireValues.notNull(value, where).getCurrencyCode();
  }

  public static Currency currency(String text) {
    try {
      return Currency.getInstance(text);
    } catch (IllegalArgumentException e) {
      throw DecodeException.invalid("is not a currency as CHF (ISO 4217)");
    }
  }
}
