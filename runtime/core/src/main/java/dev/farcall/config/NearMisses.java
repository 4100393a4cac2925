package dev.farcall.config;

import dev.farcall.config.Configuration.Entry;
import dev.farcall.policy.Attributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds keys that name a service, or a method of any service, that nobody here knows, but that is
 * spelled almost like one. Such a key may be meant for one that is met later, so it is no error;
 * but somebody should know. Safe for many threads.
 */
public final class NearMisses {

  /** Letters that may be wrong in a slip of the hand. */
  private static final int SLIP = 2;

  private final String prefix;
  private final Set<String> services = ConcurrentHashMap.newKeySet();
  private final Set<String> methods = ConcurrentHashMap.newKeySet();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  private NearMisses(String prefix) {
    this.prefix = prefix;
  }

  /** Of the keys of clients. */
  public static NearMisses ofClients() {
    return new NearMisses(Keys.CLIENT);
  }

  /** Of the keys of interfaces of this process. */
  public static NearMisses ofLocal() {
    return new NearMisses(Keys.LOCAL);
  }

  /**
   * One more is known.
   *
   * @param name the full one
   * @param methods their names on the wire
   * @return what is configured under almost its name, each told once
   */
  public List<String> meet(Configuration configuration, String name, Collection<String> methods) {
    String simpleName = name.substring(name.lastIndexOf('.') + 1);
    List<String> names = List.of(name, simpleName);
    List<String> methodNames =
        methods.stream().flatMap(each -> Keys.methodNames(each).stream()).toList();
    services.addAll(names);
    this.methods.addAll(methodNames);
    List<String> misses = new ArrayList<>();
    for (Entry entry : configuration.all()) {
      if (entry.key().startsWith(prefix)) {
        Named named = Named.of(entry.key().substring(prefix.length()));
        miss(named.service, services, names)
            .or(
                () ->
                    named.service.equals(Keys.ANY)
                        ? miss(named.method, this.methods, methodNames)
                        : Optional.empty())
            .filter(meant -> told.add(entry.key()))
            .ifPresent(
                meant ->
                    misses.add(
                        entry.where()
                            + ": nothing of this name is known (did you mean "
                            + meant
                            + "?)"));
      }
    }
    return misses;
  }

  private static Optional<String> miss(String written, Set<String> known, Collection<String> near) {
    if (written.equals(Keys.ANY) || written.isEmpty() || known.contains(written)) {
      return Optional.empty();
    }
    return Spelling.nearest(written, near)
        .filter(meant -> Spelling.distance(written, meant) <= Math.min(SLIP, meant.length() / 3));
  }

  /** What a key names. */
  private record Named(String service, String method) {

    static Named of(String rest) {
      String[] parts = rest.split("\\.", -1);
      int count = parts.length;
      if (count >= 4 && Attributes.all().contains(parts[count - 2] + "." + parts[count - 1])) {
        return new Named(String.join(".", List.of(parts).subList(0, count - 3)), parts[count - 3]);
      }
      return new Named(String.join(".", List.of(parts).subList(0, count - 1)), "");
    }
  }
}
