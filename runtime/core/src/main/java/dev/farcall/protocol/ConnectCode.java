package dev.farcall.protocol;

import dev.farcall.annotation.Code;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Status codes as Connect spells them: lower case, and {@code canceled} with one l. */
public final class ConnectCode {

  private static final String[] NAMES = new String[Code.values().length];
  private static final Map<String, Code> CODES = new HashMap<>();

  static {
    for (Code code : Code.values()) {
      String name = code == Code.CANCELLED ? "canceled" : code.name().toLowerCase(Locale.ROOT);
      NAMES[code.number()] = name;
      if (code != Code.OK) { // which is no error
        CODES.put(name, code);
      }
    }
  }

  private ConnectCode() {}

  /** The name, as in {@code invalid_argument}. */
  public static String name(Code code) {
    return NAMES[code.number()];
  }

  /** The code of a name; null if it is the name of no error. */
  public static @Nullable Code of(String name) {
    return CODES.get(name);
  }
}
