package dev.farcall.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The attributes of the policies as configuration spells them: the name of the annotation and that
 * of its member, in kebab case, as in {@code circuit-breaker.failure-rate}. Each policy but the
 * timeout and the balancing has {@code enabled} beside.
 */
public final class Attributes {

  private static final Map<String, List<String>> OF_POLICY =
      Map.of(
          "timeout", List.of("value", "attempt", "stream", "mode"),
          "retry", List.of("enabled", "max-attempts", "backoff", "max-backoff", "mode"),
          "hedge", List.of("enabled", "max-attempts", "delay", "mode"),
          "circuit-breaker",
              List.of(
                  "enabled",
                  "name",
                  "failure-rate",
                  "slow-rate",
                  "slow-after",
                  "minimum-calls",
                  "window",
                  "window-calls",
                  "open-for",
                  "max-open-for",
                  "probes",
                  "mode"),
          "bulkhead", List.of("enabled", "max-concurrent", "queue", "max-wait", "mode"),
          "rate-limit", List.of("enabled", "permits", "per", "burst", "max-wait", "mode"),
          "concurrency-limit", List.of("enabled", "initial", "min", "max", "mode"),
          "load-balanced", List.of("value", "split"));

  private static final Set<String> ALL =
      OF_POLICY.entrySet().stream()
          .flatMap(entry -> entry.getValue().stream().map(name -> entry.getKey() + "." + name))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> LOCAL =
      ALL.stream()
          .filter(name -> !name.startsWith("hedge.") && !name.startsWith("load-balanced."))
          .filter(name -> !name.equals("timeout.stream"))
          .collect(Collectors.toUnmodifiableSet());

  private Attributes() {}

  /** Each that there is. */
  public static Set<String> all() {
    return ALL;
  }

  /**
   * Those of calls of this process: they are not spread over endpoints, nor hedged, and no stream
   * of them has a limit.
   */
  public static Set<String> local() {
    return LOCAL;
  }

  /** The policies that have attributes, each with their names. */
  public static Map<String, List<String>> byPolicy() {
    return new TreeMap<>(OF_POLICY);
  }

  /** The Java name of an attribute: {@code failure-rate} is {@code failureRate}. */
  public static String camel(String kebab) {
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < kebab.length(); i++) {
      char c = kebab.charAt(i);
      if (c != '-') {
        camel.append(upper ? Character.toUpperCase(c) : c);
      }
      upper = c == '-';
    }
    return camel.toString();
  }

  /** The kebab case of a Java name: {@code failureRate} is {@code failure-rate}. */
  public static String kebab(String name) {
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && i > 0) {
        kebab.append('-');
      }
      kebab.append(c);
    }
    return kebab.toString().toLowerCase(Locale.ROOT);
  }
}
