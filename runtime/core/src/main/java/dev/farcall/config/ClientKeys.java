package dev.farcall.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How the keys of a client are spelled: {@code farcall.client.<S>.<setting>} and {@code
 * farcall.client.<S>.<method>.<setting>}, where {@code <S>} is the full name of the service, its
 * simple one, or {@code *}, and the method its name, as in Java or as on the wire, or {@code *}.
 */
final class ClientKeys {

  static final String PREFIX = "farcall.client.";

  static final String ANY = "*";

  private ClientKeys() {}

  /** The names of a service, the one that wins first. */
  static List<String> serviceNames(String service, String simpleName) {
    return service.equals(simpleName) ? List.of(service, ANY) : List.of(service, simpleName, ANY);
  }

  static String ofService(String name, String setting) {
    return PREFIX + name + "." + setting;
  }

  /** The beginnings of the keys that name a method, those that win first. */
  static List<String> naming(String service, String simpleName, String method) {
    return prefixes(service, simpleName, methodNames(method));
  }

  /** The beginnings of the keys that mean any method. */
  static List<String> ofAnyMethod(String service, String simpleName) {
    return prefixes(service, simpleName, List.of(ANY));
  }

  private static List<String> prefixes(
      String service, String simpleName, List<String> methodNames) {
    List<String> prefixes = new ArrayList<>();
    for (String name : serviceNames(service, simpleName)) {
      for (String methodName : methodNames) {
        prefixes.add(PREFIX + name + "." + methodName + ".");
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
