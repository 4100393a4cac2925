package dev.farcall.processor.analysis;

import com.palantir.javapoet.TypeName;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** How Java names become names of the schema, and how types are shown in texts. */
final class Names {

  private static final Pattern WORD_END = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern ACRONYM_END = Pattern.compile("([A-Z])([A-Z][a-z])");
  private static final Pattern PACKAGES =
      Pattern.compile("\\b(?:[a-z_][A-Za-z0-9_]*\\.)+(?=[A-Z])");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern QUALIFIED =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*");
  private static final Pattern VERSION = Pattern.compile("v\\d+(?:(?:alpha|beta)\\d*)?");

  private Names() {}

  /** {@code placedAt} as {@code placed_at}, {@code URLPath} as {@code url_path}. */
  static String snake(String name) {
    String words = ACRONYM_END.matcher(name).replaceAll("$1_$2");
    return WORD_END.matcher(words).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }

  /** {@code OrderStatus} as {@code ORDER_STATUS}. */
  static String upperSnake(String name) {
    return snake(name).toUpperCase(Locale.ROOT);
  }

  /** {@code getUser} and {@code get_user} as {@code GetUser}. */
  static String upperCamel(String name) {
    StringBuilder camel = new StringBuilder();
    boolean first = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        first = true;
      } else {
        camel.append(first ? Character.toUpperCase(c) : c);
        first = false;
      }
    }
    return camel.toString();
  }

  static boolean isIdentifier(String name) {
    return IDENTIFIER.matcher(name).matches();
  }

  static boolean isQualified(String name) {
    return QUALIFIED.matcher(name).matches();
  }

  /** The last part of a package that is no version: {@code orders} of {@code acme.orders.v1}. */
  static String topic(String protoPackage) {
    String[] segments = protoPackage.split("\\.", -1);
    int last = segments.length - 1;
    while (last > 0 && VERSION.matcher(segments[last]).matches()) {
      last--;
    }
    return segments[last];
  }

  /** A nested type's name with {@code _}: {@code Order_Line}. */
  static String flat(TypeElement type) {
    return nested(type, "_");
  }

  /** A nested type's name with a dot: {@code Order.Line}. */
  static String label(TypeElement type) {
    return nested(type, ".");
  }

  private static String nested(TypeElement type, String separator) {
    Element outer = type.getEnclosingElement();
    String name = type.getSimpleName().toString();
    return outer instanceof TypeElement encloser
        ? nested(encloser, separator) + separator + name
        : name;
  }

  /** With packages, without annotations: {@code java.util.List<java.lang.String>}. */
  static String full(TypeMirror type) {
    return TypeName.get(type).toString();
  }

  /** Without packages: {@code List<String>}. */
  static String brief(TypeMirror type) {
    return withoutPackages(full(type));
  }

  static String withoutPackages(String type) {
    return PACKAGES.matcher(type).replaceAll("");
  }
}
