package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Named texts beside a call: gRPC metadata, HTTP headers. Immutable; names are compared without
 * regard to case and kept in lower case; a name may occur several times, in order. A name that ends
 * in {@code -bin} carries bytes.
 */
public final class Metadata {

  /** No entries. */
  public static final Metadata EMPTY = new Metadata(new String[0]);

  /** name, value, name, value …; the value of a {@code -bin} name is unpadded base64. */
  private final String[] entries;

  private Metadata(String[] entries) {
    this.entries = entries;
  }

  /** One entry. */
  public static Metadata of(String name, String value) {
    return EMPTY.with(name, value);
  }

  /**
   * What a peer sent: name, value, name, value … up to {@code length}. An entry that this side
   * could not send is left out.
   */
  public static Metadata received(String[] pairs, int length) {
    String[] kept = new String[length];
    int size = 0;
    for (int i = 0; i < length; i += 2) {
      String key = pairs[i].toLowerCase(Locale.ROOT);
      String value = key.endsWith("-bin") ? unpadded(pairs[i + 1]) : pairs[i + 1];
      if (value != null && isName(key) && unprintable(value) < 0) {
        kept[size++] = key;
        kept[size++] = value;
      }
    }
    if (size == 0) {
      return EMPTY;
    }
    return new Metadata(size == length ? kept : Arrays.copyOf(kept, size));
  }

  /** The form in which bytes are kept; null if it is not base64. */
  private static @Nullable String unpadded(String base64) {
    int end = base64.length();
    while (end > 0 && base64.charAt(end - 1) == '=') {
      end--;
    }
    String text = base64.substring(0, end);
    try {
      byte[] unused = Base64.getDecoder().decode(text);
      return text;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /**
   * These entries and one more, last.
   *
   * @throws IllegalArgumentException if the name is not made of {@code a-z 0-9 - _ .}, or the value
   *     holds anything but printable ASCII
   */
  public Metadata with(String name, String value) {
    String key = requireName(name);
    if (key.endsWith("-bin")) {
      throw new IllegalArgumentException(
          "name: " + name + " (expected: no -bin, which carries bytes)");
    }
    requireText(key, value);
    return append(key, value);
  }

  /** These entries and one more, last, of bytes. The name ends in {@code -bin}. */
  public Metadata withBytes(String name, byte[] value) {
    String key = requireName(name);
    if (!key.endsWith("-bin")) {
      throw new IllegalArgumentException("name: " + name + " (expected: ends in -bin)");
    }
    return append(key, Base64.getEncoder().withoutPadding().encodeToString(value));
  }

  private Metadata append(String key, String value) {
    String[] more = Arrays.copyOf(entries, entries.length + 2);
    more[entries.length] = key;
    more[entries.length + 1] = value;
    return new Metadata(more);
  }

  /** These entries, then all of the other's. */
  public Metadata plus(Metadata other) {
    if (other.entries.length == 0) {
      return this;
    }
    if (entries.length == 0) {
      return other;
    }
    String[] more = Arrays.copyOf(entries, entries.length + other.entries.length);
    System.arraycopy(other.entries, 0, more, entries.length, other.entries.length);
    return new Metadata(more);
  }

  /** These entries but those of the name. */
  public Metadata without(String name) {
    String[] kept = new String[entries.length];
    int length = 0;
    for (int i = 0; i < entries.length; i += 2) {
      if (!entries[i].equalsIgnoreCase(name)) {
        kept[length++] = entries[i];
        kept[length++] = entries[i + 1];
      }
    }
    return length == entries.length ? this : new Metadata(Arrays.copyOf(kept, length));
  }

  /** The last value of the name, or null. The value of a {@code -bin} name is its base64. */
  public @Nullable String get(String name) {
    for (int i = entries.length - 2; i >= 0; i -= 2) {
      if (entries[i].equalsIgnoreCase(name)) {
        return entries[i + 1];
      }
    }
    return null;
  }

  /** The last value of the name. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(get(name));
  }

  /** The last value of a {@code -bin} name, or null; null also if it is not base64. */
  public byte @Nullable [] getBytes(String name) {
    String text = get(name);
    if (text == null) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  /** All values of the name, in order. */
  public List<String> all(String name) {
    List<String> found = new ArrayList<>();
    forEach(
        (key, value) -> {
          if (key.equalsIgnoreCase(name)) {
            found.add(value);
          }
        });
    return List.copyOf(found);
  }

  /** How many entries there are. */
  public int size() {
    return entries.length / 2;
  }

  public boolean isEmpty() {
    return entries.length == 0;
  }

  /** Gives each name, in lower case, with its value, in order. */
  public void forEach(BiConsumer<String, String> action) {
    for (int i = 0; i < entries.length; i += 2) {
      action.accept(entries[i], entries[i + 1]);
    }
  }

  private static String requireName(String name) {
    requireNonNull(name, "name");
    String key = name.toLowerCase(Locale.ROOT);
    if (!isName(key)) {
      throw new IllegalArgumentException(
          "name: '" + name + "' (expected: letters, digits, '-', '_' and '.')");
    }
    return key;
  }

  private static boolean isName(String key) {
    boolean valid = !key.isEmpty();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      valid &= (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }
    return valid;
  }

  private static void requireText(String key, String value) {
    requireNonNull(value, key);
    int at = unprintable(value);
    if (at >= 0) {
      throw new IllegalArgumentException(
          "value of '"
              + key
              + "': character "
              + (int) value.charAt(at)
              + " at "
              + at
              + " (expected: printable ASCII; send other text under a name that ends in -bin)");
    }
  }

  /** Where the first character is that is not printable ASCII; -1 if there is none. */
  private static int unprintable(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Metadata that && Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(entries);
  }

  /** The names only: values may be secrets. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    forEach((name, value) -> names.add(name));
    return "Metadata" + names;
  }
}
