package dev.farcall.processor.emit;

/** Spellings of names in Java and in {@code .proto} files, and the check that a name is one. */
final class Names {

  private Names() {}

  /**
   * {@code GetUser} and {@code getUser} to {@code GET_USER}; {@code HTTPCode} to {@code HTTP_CODE}.
   */
  static String upperSnake(String camel) {
    StringBuilder snake = new StringBuilder();
    for (int i = 0; i < camel.length(); i++) {
      char c = camel.charAt(i);
      if (Character.isUpperCase(c) && i > 0 && camel.charAt(i - 1) != '_') {
        boolean afterWord = !Character.isUpperCase(camel.charAt(i - 1));
        boolean beforeWord = i + 1 < camel.length() && Character.isLowerCase(camel.charAt(i + 1));
        if (afterWord || beforeWord) {
          snake.append('_');
        }
      }
      snake.append(Character.toUpperCase(c));
    }
    return snake.toString();
  }

  /** {@code GetUser} to {@code getUser}. */
  static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * The JSON name that protoc gives a field which says none: {@code placed_at} to {@code placedAt}.
   */
  static String defaultJsonName(String protoName) {
    StringBuilder camel = new StringBuilder();
    boolean capital = false;
    for (int i = 0; i < protoName.length(); i++) {
      char c = protoName.charAt(i);
      if (c == '_') {
        capital = true;
      } else {
        camel.append(capital ? Character.toUpperCase(c) : c);
        capital = false;
      }
    }
    return camel.toString();
  }

  /**
   * The name itself, if a {@code .proto} file can say it: what is written without quotes must not
   * be able to say anything else.
   */
  static String identifier(String name) {
    boolean valid = !name.isEmpty() && !isDigit(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      valid &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c);
    }
    if (!valid) {
      throw new IllegalArgumentException(
          "name: '" + name + "' (expected: letters a-z, digits and '_', no digit first)");
    }
    return name;
  }

  /** A name of identifiers with dots between them. */
  static String qualified(String name) {
    for (String part : name.split("\\.", -1)) {
      identifier(part);
    }
    return name;
  }

  /** The last part of a name with dots. */
  static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
