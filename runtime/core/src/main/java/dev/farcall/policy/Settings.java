package dev.farcall.policy;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that was said of the policies of one method: by attribute, as in {@code
 * circuit-breaker.failure-rate}. Immutable.
 */
public final class Settings {

  /** Nothing was said. */
  public static final Settings NONE = new Settings(new TreeMap<>());

  private final SortedMap<String, Setting> byAttribute;

  private Settings(SortedMap<String, Setting> byAttribute) {
    this.byAttribute = Collections.unmodifiableSortedMap(byAttribute);
  }

  /**
   * What the author of an interface said.
   *
   * @param attributesAndValues by turns, as in {@code "timeout.value", "300ms"}; a policy whose
   *     defaults hold is there by {@code "retry.enabled", "true"}
   */
  public static Settings annotated(String... attributesAndValues) {
    if (attributesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          attributesAndValues.length + " texts (expected: attributes and values by turns)");
    }
    SortedMap<String, Setting> settings = new TreeMap<>();
    for (int i = 0; i < attributesAndValues.length; i += 2) {
      settings.put(
          attributesAndValues[i],
          new Setting(attributesAndValues[i + 1], Setting.Origin.ANNOTATION, "annotation"));
    }
    return new Settings(settings);
  }

  /** The same, in which another one says more, or otherwise. */
  public Settings with(String attribute, Setting setting) {
    SortedMap<String, Setting> settings = new TreeMap<>(byAttribute);
    settings.put(attribute, setting);
    return new Settings(settings);
  }

  /** What was said of an attribute, or null. */
  public @Nullable Setting get(String attribute) {
    return byAttribute.get(attribute);
  }

  /** Whether anything was said of a policy, as of {@code retry}, and that it is not off. */
  public boolean has(String policy) {
    Setting enabled = get(policy + ".enabled");
    if (enabled != null && enabled.value().equals("false")) {
      return false;
    }
    return !byAttribute.subMap(policy + ".", policy + "/").isEmpty(); // a slash follows a dot
  }

  /** Each attribute of which something was said, in the order of the alphabet. */
  public Map<String, Setting> all() {
    return byAttribute;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Settings settings && settings.byAttribute.equals(byAttribute);
  }

  @Override
  public int hashCode() {
    return byAttribute.hashCode();
  }

  @Override
  public String toString() {
    return byAttribute.toString();
  }
}
