package dev.farcall.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is configured at one moment. Immutable.
 *
 * <p>A key of the environment is that of a property in upper case, with {@code _} for all that is
 * neither a letter nor a digit: {@code FARCALL_CLIENT_USERSERVICE_TARGET}.
 */
public final class Configuration {

  /** Nothing is configured. */
  public static final Configuration EMPTY = new Configuration(List.of());

  private final List<Source> sources;

  private Configuration(List<Source> sources) {
    this.sources = sources;
  }

  /** That of these sources, the first winning. */
  public static Configuration of(List<Source> sources) {
    return new Configuration(List.copyOf(sources));
  }

  /** What is said under a key, by whoever wins; null if nobody says anything. */
  public @Nullable Entry find(String key) {
    for (Source source : sources) {
      String spelled = source.environment() ? environmentName(key) : key;
      String value = source.values().get(spelled);
      if (value != null) {
        return new Entry(spelled, value.strip(), source.name());
      }
    }
    return null;
  }

  /** The name of an environment variable that says what a property of this key would. */
  public static String environmentName(String key) {
    StringBuilder name = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      name.append(c < 128 && Character.isLetterOrDigit(c) ? c : '_');
    }
    return name.toString().toUpperCase(Locale.ROOT);
  }

  /** Each key that is there, with where it stands. */
  List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    for (Source source : sources) {
      source.values().forEach((key, value) -> all.add(new Entry(key, value, source.name())));
    }
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Configuration configuration && configuration.sources.equals(sources);
  }

  @Override
  public int hashCode() {
    return sources.hashCode();
  }

  @Override
  public String toString() {
    return "Configuration" + sources.stream().map(Source::name).toList();
  }

  /**
   * What one place says.
   *
   * @param name for people
   * @param environment whether its keys are spelled as those of the environment
   * @param values those that begin with {@code farcall.}, or {@code FARCALL_}
   */
  public record Source(String name, boolean environment, Map<String, String> values) {

    public Source {
      Map<String, String> ours = new TreeMap<>();
      String prefix = environment ? "FARCALL_" : "farcall.";
      values.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              ours.put(key, value);
            }
          });
      values = Map.copyOf(ours);
    }
  }

  /**
   * One thing that is said.
   *
   * @param key as it is spelled there
   * @param source where it stands, for people
   */
  public record Entry(String key, String value, String source) {

    /** As in {@code farcall.client.*.target of system properties}. */
    public String where() {
      return key + " of " + source;
    }
  }
}
