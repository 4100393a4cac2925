package dev.farcall.config;

import dev.farcall.config.Configuration.Entry;
import dev.farcall.policy.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds keys that mean nothing: a letter too many, and a limit that somebody relies on does not
 * hold.
 */
public final class KeyCheck {

  /** What is said of a service as a whole. */
  private static final Set<String> OF_SERVICE =
      Set.of(
          "target",
          "wire",
          "subset",
          "health-checks",
          "health-checks.interval",
          "health-checks.timeout",
          "health-checks.unhealthy-threshold",
          "health-checks.healthy-threshold",
          "health-checks.max-concurrent",
          "snapshot");

  /** All other keys that there are. */
  private static final Set<String> OTHERS =
      Set.of(
          "farcall.config",
          "farcall.zone",
          "farcall.server.advertise",
          "farcall.server.register",
          "farcall.server.threads",
          "farcall.server.queue",
          "farcall.server.rate-limit.permits",
          "farcall.server.rate-limit.per",
          "farcall.server.rate-limit.burst",
          "farcall.server.rate-limit.mode",
          "farcall.server.concurrency-limit.initial",
          "farcall.server.concurrency-limit.min",
          "farcall.server.concurrency-limit.max",
          "farcall.server.concurrency-limit.mode");

  private KeyCheck() {}

  /** What is wrong with the spelling of settings, each with what was meant, perhaps. */
  public static List<String> unknownSettings(Configuration configuration) {
    List<String> unknown = new ArrayList<>();
    for (Entry entry : configuration.all()) {
      if (entry.key().startsWith("FARCALL_")) {
        checkEnvironment(entry, unknown);
      } else if (entry.key().startsWith(Keys.CLIENT)) {
        checkService(entry, Keys.CLIENT, unknown);
      } else if (entry.key().startsWith(Keys.LOCAL)) {
        checkService(entry, Keys.LOCAL, unknown);
      } else if (!OTHERS.contains(entry.key())) {
        unknown.add(text(entry, Spelling.nearest(entry.key(), OTHERS)));
      }
    }
    return unknown;
  }

  /**
   * What is wrong with the names of methods in the keys of the clients of one service.
   *
   * @param methods their names on the wire
   */
  public static List<String> unknownMethods(
      Configuration configuration, String service, String simpleName, Collection<String> methods) {
    return unknownMethods(configuration, new Keys(Keys.CLIENT, service, simpleName), methods);
  }

  /** As {@link #unknownMethods}, of an interface of this process. */
  public static List<String> unknownLocalMethods(
      Configuration configuration, String type, Collection<String> methods) {
    String simpleName = type.substring(type.lastIndexOf('.') + 1);
    return unknownMethods(configuration, new Keys(Keys.LOCAL, type, simpleName), methods);
  }

  private static List<String> unknownMethods(
      Configuration configuration, Keys keys, Collection<String> methods) {
    Set<String> known = new TreeSet<>(Set.of(Keys.ANY));
    methods.forEach(method -> known.addAll(Keys.methodNames(method)));
    List<String> unknown = new ArrayList<>();
    for (Entry entry : configuration.all()) {
      misspeltInEnvironment(entry, keys, known)
          .ifPresent(
              meant ->
                  unknown.add(
                      entry.where()
                          + ": "
                          + keys.name()
                          + " has no such method (did you mean "
                          + meant
                          + "?). It has "
                          + String.join(", ", methods)));
      for (String name : new TreeSet<>(List.of(keys.name(), keys.simpleName()))) {
        String prefix = keys.prefix() + name + ".";
        String rest = entry.key().startsWith(prefix) ? entry.key().substring(prefix.length()) : "";
        String[] parts = rest.split("\\.", -1);
        if (parts.length == 3
            && Attributes.all().contains(parts[1] + "." + parts[2])
            && !known.contains(parts[0])) {
          Optional<String> meant = Spelling.nearest(parts[0], known);
          unknown.add(
              entry.where()
                  + ": "
                  + keys.name()
                  + " has no method "
                  + parts[0]
                  + meant.map(method -> " (did you mean " + method + "?)").orElse("")
                  + ". It has "
                  + String.join(", ", methods));
        }
      }
    }
    return unknown;
  }

  /**
   * What was meant by a key of the environment that almost names a method. What is further from one
   * may name another service, since nobody can tell where a name ends.
   */
  private static Optional<String> misspeltInEnvironment(
      Entry entry, Keys keys, Set<String> methods) {
    for (String name : List.of(keys.name(), keys.simpleName())) {
      String start = Configuration.environmentName(keys.prefix() + name + ".");
      for (String attribute : Attributes.all()) {
        String end = Configuration.environmentName("." + attribute);
        String key = entry.key();
        if (key.length() > start.length() + end.length()
            && key.startsWith(start)
            && key.endsWith(end)) {
          String written = key.substring(start.length(), key.length() - end.length());
          List<String> all = methods.stream().map(Configuration::environmentName).toList();
          if (!all.contains(written)) {
            return Spelling.nearest(written, all)
                .filter(meant -> meant.length() > 3 && Spelling.distance(written, meant) <= 2)
                .map(meant -> start + meant + end);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static void checkService(Entry entry, String start, List<String> unknown) {
    String rest = entry.key().substring(start.length());
    String last = rest.substring(rest.lastIndexOf('.') + 1);
    String[] parts = rest.split("\\.", -1);
    int count = parts.length;
    String attribute = count >= 2 ? parts[count - 2] + "." + last : last;
    boolean ofService = OF_SERVICE.contains(last) || (count >= 3 && OF_SERVICE.contains(attribute));
    if (count >= 2 && ofService && start.equals(Keys.CLIENT)) {
      return;
    }
    Set<String> attributes = start.equals(Keys.LOCAL) ? Attributes.local() : Attributes.all();
    if (count >= 4 && attributes.contains(attribute)) {
      return;
    }
    if (Attributes.all().contains(attribute) && !attributes.contains(attribute)) {
      unknown.add(entry.where() + ": calls of this process have no " + attribute);
      return;
    }
    String before = entry.key().substring(0, entry.key().length() - attribute.length());
    Optional<String> meant = Spelling.nearest(attribute, attributes).map(before::concat);
    if (count >= 3 && attributes.contains(attribute)) {
      meant = Optional.of(before + "*." + attribute); // the method is missing
    } else if (count == 2 && start.equals(Keys.CLIENT)) {
      String service = before + parts[0] + ".";
      meant = Spelling.nearest(last, OF_SERVICE).map(service::concat);
    } else if (count >= 3 && meant.isEmpty() && start.equals(Keys.CLIENT)) {
      meant = Spelling.nearest(attribute, OF_SERVICE).map(before::concat);
    }
    unknown.add(text(entry, meant));
  }

  /**
   * In the environment nobody can tell where the name of a service ends, so only the end counts;
   * and what begins in another way may be meant for somebody else.
   */
  private static void checkEnvironment(Entry entry, List<String> unknown) {
    String key = entry.key();
    if (!key.startsWith("FARCALL_CLIENT_") && !key.startsWith("FARCALL_LOCAL_")) {
      Set<String> others = new TreeSet<>();
      OTHERS.forEach(other -> others.add(Configuration.environmentName(other)));
      if (key.startsWith("FARCALL_SERVER_") && !others.contains(key)) {
        unknown.add(text(entry, Spelling.nearest(key, others)));
      }
      return;
    }
    Set<String> ends = new TreeSet<>();
    if (key.startsWith("FARCALL_LOCAL_")) {
      Attributes.local().forEach(name -> ends.add(Configuration.environmentName(name)));
    } else {
      OF_SERVICE.forEach(name -> ends.add(Configuration.environmentName(name)));
      Attributes.all().forEach(name -> ends.add(Configuration.environmentName(name)));
    }
    if (ends.stream().noneMatch(end -> key.endsWith("_" + end))) {
      String tail = key.substring("FARCALL_LOCAL_".length());
      Optional<String> meant =
          ends.stream()
              .map(end -> tail.substring(Math.max(0, tail.length() - end.length())))
              .flatMap(part -> Spelling.nearest(part, ends).stream())
              .min(
                  (one, other) ->
                      Integer.compare(distanceToEnd(tail, one), distanceToEnd(tail, other)));
      unknown.add(text(entry, meant.map(end -> "…_" + end)));
    }
  }

  private static int distanceToEnd(String tail, String end) {
    String part = tail.substring(Math.max(0, tail.length() - end.length()));
    return Spelling.distance(part.toLowerCase(Locale.ROOT), end.toLowerCase(Locale.ROOT));
  }

  private static String text(Entry entry, Optional<String> meant) {
    return entry.where()
        + ": there is no such setting"
        + meant.map(key -> " (did you mean " + key + "?)").orElse("");
  }
}
