package dev.farcall.config;

import dev.farcall.config.Configuration.Entry;
import dev.farcall.policy.Attributes;
import dev.farcall.policy.Setting;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a configuration says of one service, or of one interface of this process. */
public final class ServiceConfiguration {

  /** What remote calls have in any case. */
  private static final Set<String> ALWAYS_THERE = Set.of("timeout", "load-balanced");

  private final Configuration configuration;
  private final Keys keys;

  private ServiceConfiguration(Configuration configuration, Keys keys) {
    this.configuration = configuration;
    this.keys = keys;
  }

  /**
   * That of the clients of a service.
   *
   * @param service its full name
   * @param simpleName that of its interface
   */
  public static ServiceConfiguration ofClient(
      Configuration configuration, String service, String simpleName) {
    return new ServiceConfiguration(configuration, new Keys(Keys.CLIENT, service, simpleName));
  }

  /**
   * That of an interface of this process.
   *
   * @param type its full name in Java
   */
  public static ServiceConfiguration ofLocal(Configuration configuration, String type) {
    String simpleName = type.substring(type.lastIndexOf('.') + 1);
    return new ServiceConfiguration(configuration, new Keys(Keys.LOCAL, type, simpleName));
  }

  /** What is said of a setting of the service, as of {@code target}; null if nothing. */
  public @Nullable Entry find(String setting) {
    for (String key : keys.ofService(setting)) {
      Entry entry = configuration.find(key);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  /** The keys under which a setting of the service is said, what wins first. */
  public List<String> keys(String setting) {
    return keys.ofService(setting);
  }

  /**
   * What configuration makes of the policies of a method. A key that names the method says what
   * holds, of a policy that the author of the interface did not think of too. One for any method
   * changes policies that are there, and brings one where it says {@code enabled = true}; but none
   * that sends twice what must not be or cannot be sent twice, nor a limit of streams to a method
   * that answers once.
   *
   * @param method its name on the wire
   */
  public Settings settings(String method, Traits traits, Settings annotated) {
    List<String> naming = keys.naming(method);
    List<String> ofAnyMethod = keys.ofAnyMethod();
    Settings settings = annotated;
    for (Map.Entry<String, List<String>> policy : Attributes.byPolicy().entrySet()) {
      settings = named(settings, naming, policy.getKey(), policy.getValue());
      boolean repeats = policy.getKey().equals("retry") || policy.getKey().equals("hedge");
      if (traits.repeatable() || !repeats || settings.has(policy.getKey())) {
        List<String> names = ofAnyMethod(policy.getValue(), traits);
        settings = general(settings, annotated, naming, ofAnyMethod, policy.getKey(), names);
      }
    }
    return settings;
  }

  private static List<String> ofAnyMethod(List<String> names, Traits traits) {
    return traits.responseStream()
        ? names
        : names.stream().filter(name -> !name.equals("stream")).toList();
  }

  private Settings named(
      Settings settings, List<String> prefixes, String policy, List<String> names) {
    Settings result = settings;
    for (String name : names) {
      String attribute = policy + "." + name;
      Entry entry = first(prefixes, attribute);
      if (entry != null) {
        result = result.with(attribute, setting(entry));
      }
    }
    return result;
  }

  private Settings general(
      Settings settings,
      Settings annotated,
      List<String> naming,
      List<String> ofAnyMethod,
      String policy,
      List<String> names) {
    Entry enabled = first(ofAnyMethod, policy + ".enabled");
    boolean isThere =
        (ALWAYS_THERE.contains(policy) && !keys.isLocal())
            || settings.has(policy)
            || (enabled != null && enabled.value().equals("true"));
    if (!isThere || isSwitchedOffByName(settings, annotated, policy)) {
      return settings;
    }
    Settings result = settings;
    for (String name : names) {
      String attribute = policy + "." + name;
      Entry entry = first(ofAnyMethod, attribute);
      if (entry != null && first(naming, attribute) == null) {
        result = result.with(attribute, setting(entry));
      }
    }
    return result;
  }

  private static boolean isSwitchedOffByName(Settings settings, Settings annotated, String policy) {
    Setting said = settings.get(policy + ".enabled");
    return said != null
        && said.value().equals("false")
        && !said.equals(annotated.get(policy + ".enabled"));
  }

  private @Nullable Entry first(List<String> prefixes, String attribute) {
    for (String prefix : prefixes) {
      Entry entry = configuration.find(prefix + attribute);
      if (entry != null) {
        return entry;
      }
    }
    return null;
  }

  private static Setting setting(Entry entry) {
    return new Setting(entry.value(), Setting.Origin.CONFIGURATION, entry.where());
  }
}
