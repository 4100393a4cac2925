package dev.farcall.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How keys are spelled: {@code farcall.client.<S>.<setting>} and {@code
 * farcall.client.<S>.<method>.<setting>}, where {@code <S>} is the full name of the service, its
 * simple one, or {@code *}, and the method its name, as in Java or as on the wire, or {@code *}.
 * For interfaces of this process it is {@code farcall.local.}, and {@code <S>} their Java name.
 *
 * @param prefix {@code farcall.client.} or {@code farcall.local.}
 * @param name the full one
 */
record Keys(String prefix, String name, String simpleName) {

  static final String CLIENT = "farcall.client.";
  static final String LOCAL = "farcall.local.";
  static final String ANY = "*";

  boolean isLocal() {
    return prefix.equals(LOCAL);
  }

  /** The names of the service, the one that wins first. */
  private List<String> names() {
    return name.equals(simpleName) ? List.of(name, ANY) : List.of(name, simpleName, ANY);
  }

  /** Where a setting of the service as a whole is said, what wins first. */
  List<String> ofService(String setting) {
    return names().stream().map(each -> prefix + each + "." + setting).toList();
  }

  /** The beginnings of the keys that name a method, those that win first. */
  List<String> naming(String method) {
    return prefixes(methodNames(method));
  }

  /** The beginnings of the keys that mean any method. */
  List<String> ofAnyMethod() {
    return prefixes(List.of(ANY));
  }

  private List<String> prefixes(List<String> methodNames) {
    List<String> prefixes = new ArrayList<>();
    for (String each : names()) {
      for (String methodName : methodNames) {
        prefixes.add(prefix + each + "." + methodName + ".");
      }
    }
    return prefixes;
  }

  /** {@code GetUser} is {@code getUser} in Java. */
  static List<String> methodNames(String method) {
    String inJava = method.substring(0, 1).toLowerCase(Locale.ROOT) + method.substring(1);
    return inJava.equals(method) ? List.of(method) : List.of(inJava, method);
  }
}
