package dev.farcall;

import dev.farcall.config.Configuration;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.intercept.CallerRateLimit;
import dev.farcall.intercept.ServerConcurrencyLimit;
import dev.farcall.policy.Attributes;
import dev.farcall.policy.BadSetting;
import dev.farcall.policy.ConcurrencyLimitPolicy;
import dev.farcall.policy.Policies;
import dev.farcall.policy.RateLimitPolicy;
import dev.farcall.policy.Setting;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.spi.Interceptor;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What configuration says of the servers of this JVM. */
record ConfiguredServer(Configuration configuration) {

  /**
   * What is configured now.
   *
   * @throws IllegalStateException if it cannot be read
   */
  static ConfiguredServer read() {
    return new ConfiguredServer(LiveConfiguration.ofThisJvm().read());
  }

  /** Where a server is entered: where its code says, and where configuration does. */
  List<Entry> entries(List<Entry> inCode) {
    List<Entry> entries = new ArrayList<>(inCode);
    for (String target : text("farcall.server.register", "").split("\\s+", -1)) {
      if (!target.isEmpty()) {
        entries.add(new Entry(target, instance -> instance));
      }
    }
    return entries;
  }

  /** The host that registries tell: that of configuration, else that of the code. */
  String advertised(String inCode) {
    return text("farcall.server.advertise", inCode);
  }

  String zone() {
    return text("farcall.zone", "");
  }

  /**
   * The limits that are configured, inside the steps that the code puts around calls; for each that
   * is not, that of the code.
   *
   * @throws IllegalStateException if they cannot be kept
   */
  List<Interceptor> limits(
      @Nullable RateLimitPolicy rate, @Nullable ConcurrencyLimitPolicy concurrency, Time time) {
    List<BadSetting> bad = new ArrayList<>();
    Policies said = Policies.read(settings(), Traits.unary(false), bad);
    if (!bad.isEmpty()) {
      throw new IllegalStateException(
          "the limits of the server as configured: "
              + bad.stream().map(BadSetting::toString).collect(Collectors.joining("; ")));
    }
    RateLimitPolicy perCaller = said.rateLimit() != null ? said.rateLimit() : rate;
    ConcurrencyLimitPolicy all =
        said.concurrencyLimit() != null ? said.concurrencyLimit() : concurrency;
    List<Interceptor> limits = new ArrayList<>();
    if (perCaller != null) {
      limits.add(new CallerRateLimit(perCaller, time));
    }
    if (all != null) {
      limits.add(new ServerConcurrencyLimit(all, time));
    }
    return limits;
  }

  private Settings settings() {
    Settings settings = Settings.NONE;
    for (String attribute : Attributes.all()) {
      Configuration.Entry said = configuration.find("farcall.server." + attribute);
      if (said != null) {
        settings =
            settings.with(
                attribute, new Setting(said.value(), Setting.Origin.CONFIGURATION, said.where()));
      }
    }
    return settings;
  }

  private String text(String key, String otherwise) {
    Configuration.Entry said = configuration.find(key);
    return said == null ? otherwise : said.value();
  }
}
