package dev.farcall.policy;

import dev.farcall.annotation.Mode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of one policy with their types. What cannot be read is added to a list, and
 * its default is taken, so that all mistakes are told at once.
 */
final class SettingReader {

  private final Settings settings;
  private final String policy;
  private final List<BadSetting> bad;
  private final int badBefore;

  SettingReader(Settings settings, String policy, List<BadSetting> bad) {
    this.settings = settings;
    this.policy = policy;
    this.bad = bad;
    this.badBefore = bad.size();
  }

  /** The policy, if it is wanted and all could be read; the range that it refuses is told too. */
  <T> @Nullable T make(Supplier<T> policyOf) {
    if (!settings.has(policy)) {
      return null;
    }
    try {
      T made = policyOf.get();
      return bad.size() == badBefore ? made : null;
    } catch (RangeException outOfRange) {
      if (bad.size() == badBefore) {
        String attribute = policy + "." + Attributes.kebab(outOfRange.name());
        Setting said = settings.get(attribute);
        bad.add(
            new BadSetting(attribute, said != null ? said : byDefault(), outOfRange.expected()));
      }
      return null;
    }
  }

  /** Nobody said it: the default does not fit what somebody said of another attribute. */
  private Setting byDefault() {
    return new Setting("its default", Setting.Origin.DEFAULT, "beside what was said of " + policy);
  }

  String text(String name, String otherwise) {
    Setting said = settings.get(policy + "." + name);
    return said == null ? otherwise : said.value();
  }

  boolean isSaid(String name) {
    Setting said = settings.get(policy + "." + name);
    return said != null && !said.value().isEmpty();
  }

  Duration duration(String name, Duration otherwise) {
    Duration read = durationOrNull(name);
    return read == null ? otherwise : read;
  }

  @Nullable Duration durationOrNull(String name) {
    if (!isSaid(name)) {
      return null;
    }
    Duration read = Durations.parse(text(name, ""));
    if (read == null) {
      refuse(name, Durations.FORM);
    }
    return read;
  }

  int number(String name, int otherwise) {
    if (!isSaid(name)) {
      return otherwise;
    }
    try {
      return Integer.parseInt(text(name, ""));
    } catch (NumberFormatException noNumber) {
      refuse(name, "a whole number");
      return otherwise;
    }
  }

  /** A number that has no default. */
  int required(String name) {
    if (!isSaid(name)) {
      bad.add(
          new BadSetting(
              policy + "." + name,
              new Setting("", Setting.Origin.DEFAULT, "nowhere"),
              "a whole number, without which there is no " + policy));
      return 1;
    }
    return number(name, 1);
  }

  double fraction(String name, double otherwise) {
    if (!isSaid(name)) {
      return otherwise;
    }
    try {
      return Double.parseDouble(text(name, ""));
    } catch (NumberFormatException noNumber) {
      refuse(name, "a fraction, as in 0.5");
      return otherwise;
    }
  }

  List<TrafficSplit> splits(String name) {
    try {
      return TrafficSplit.parse(text(name, ""));
    } catch (IllegalArgumentException misspelt) {
      refuse(name, TrafficSplit.FORM);
      return List.of();
    }
  }

  Mode mode() {
    String said = text("mode", Mode.ENFORCE.name());
    for (Mode mode : Mode.values()) {
      if (mode.name().equalsIgnoreCase(said)) {
        return mode;
      }
    }
    refuse("mode", "one of " + Arrays.toString(Mode.values()));
    return Mode.ENFORCE;
  }

  /** Tells of {@code enabled} that is neither. */
  void checkEnabled() {
    String said = text("enabled", "true");
    if (!said.equals("true") && !said.equals("false")) {
      refuse("enabled", "true or false");
    }
  }

  private void refuse(String name, String expected) {
    String attribute = policy + "." + name;
    Setting said = settings.get(attribute);
    if (said != null) {
      bad.add(new BadSetting(attribute, said, expected));
    }
  }
}
