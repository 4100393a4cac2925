package dev.farcall;

import static java.util.Objects.requireNonNull;

import dev.farcall.config.Configuration;
import dev.farcall.config.KeyCheck;
import dev.farcall.config.LiveConfiguration;
import dev.farcall.config.NearMisses;
import dev.farcall.config.ServiceConfiguration;
import dev.farcall.policy.Explanation;
import dev.farcall.policy.Policies;
import dev.farcall.policy.PolicyCheck;
import dev.farcall.policy.Setting;
import dev.farcall.policy.Setting.Origin;
import dev.farcall.policy.Settings;
import dev.farcall.policy.Traits;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.LocalGuard;
import dev.farcall.resilience.MethodPolicies;
import dev.farcall.resilience.PolicyObjects;
import dev.farcall.resilience.RetryBudget;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The policies of an interface of this process, as its author and configuration say: what a
 * decorator is made with that the compiler wrote, {@code PaymentGatewayResilient} for {@code
 * PaymentGateway}. Its methods share a budget of retries, and breakers with a name.
 *
 * <p>Configuration is {@code farcall.local.<S>.<method>.<policy>.<attribute>}, where {@code <S>} is
 * the full or the simple name of the interface, or {@code *}.
 */
public final class LocalPolicies {

  private static final System.Logger LOG = System.getLogger(LocalPolicies.class.getName());

  private static final NearMisses NEAR_MISSES = NearMisses.ofLocal();

  private final String type;
  private final boolean compiled;
  private final Time time;
  private final RetryBudget budget;
  private final ConcurrentMap<String, CircuitBreaker> namedBreakers = new ConcurrentHashMap<>();
  private final List<Method> methods = new ArrayList<>();

  private LocalPolicies(String type, Time time, boolean compiled) {
    this.compiled = compiled;
    this.type = requireNonNull(type, "type");
    this.time = requireNonNull(time, "time");
    this.budget = RetryBudget.of(time);
  }

  /** Those of an interface, whose methods are then told. */
  public static LocalPolicies of(Class<?> type, Time time) {
    return new LocalPolicies(type.getName().replace('$', '.'), time, true);
  }

  /** The same of a type whose annotations no compiler has looked at: they are checked here. */
  public static LocalPolicies ofUnchecked(Class<?> type, Time time) {
    return new LocalPolicies(type.getName().replace('$', '.'), time, false);
  }

  /**
   * Adds a method.
   *
   * @param name in Java
   * @param idempotent whether two calls are as good as one
   * @param attributesAndValues what its author said, as {@link Settings#annotated} takes it
   * @throws IllegalStateException if what is configured cannot be kept
   */
  public Method method(String name, boolean idempotent, String... attributesAndValues) {
    return add(name, Traits.local(idempotent, false), attributesAndValues);
  }

  /** As {@link #method}, of one that gives a stage. */
  public Method asyncMethod(String name, boolean idempotent, String... attributesAndValues) {
    return add(name, Traits.local(idempotent, true), attributesAndValues);
  }

  private Method add(String name, Traits traits, String... attributesAndValues) {
    Method method =
        new Method(
            name,
            traits,
            Settings.annotated(attributesAndValues),
            new PolicyObjects(type + "." + name, time, budget, namedBreakers));
    methods.add(method);
    return method;
  }

  /**
   * All methods are told.
   *
   * @throws IllegalStateException if configuration names others
   */
  public LocalPolicies complete() {
    LiveConfiguration live = LiveConfiguration.ofThisJvm();
    List<String> names = methods.stream().map(method -> method.name).distinct().toList();
    Configuration configuration = live.read();
    List<String> unknown = KeyCheck.unknownLocalMethods(configuration, type, names);
    if (!unknown.isEmpty()) {
      throw new IllegalStateException("configuration: " + String.join("; ", unknown));
    }
    NEAR_MISSES
        .meet(configuration, type, names)
        .forEach(miss -> LOG.log(System.Logger.Level.WARNING, miss));
    return this;
  }

  /** What holds for each method, and who said so. */
  public List<Explanation> explain() {
    return methods.stream().map(Method::explain).toList();
  }

  /**
   * What keeps the policies of each method now, by its name in Java: to read what was counted, to
   * listen to a breaker, or to open it by hand. Of overloaded methods the second is {@code
   * charge#2}, in the order of the interface.
   */
  public Map<String, MethodPolicies> objects() {
    Map<String, MethodPolicies> objects = new LinkedHashMap<>();
    for (Method method : methods) {
      String key = method.name;
      for (int number = 2; objects.containsKey(key); number++) {
        key = method.name + "#" + number;
      }
      objects.put(key, method.known.guard.policies());
    }
    return objects;
  }

  /** The policies of each method, one on a line. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(type);
    methods.forEach(method -> text.append("\n  ").append(method));
    return text.toString();
  }

  /** The policies of one method. */
  public final class Method {

    private final String name;
    private final Traits traits;
    private final Settings annotated;
    private final PolicyObjects objects;
    private volatile Known known;

    private Method(String name, Traits traits, Settings annotated, PolicyObjects objects) {
      this.name = name;
      this.traits = traits;
      this.annotated = annotated;
      this.objects = objects;
      LiveConfiguration live = LiveConfiguration.ofThisJvm();
      this.known = make(settings(live.read()));
      live.onChange(new Follower(this));
    }

    /** What keeps them now: for all of one call. */
    public LocalGuard guard() {
      return known.guard;
    }

    private Settings settings(Configuration configuration) {
      Settings settings =
          ServiceConfiguration.ofLocal(configuration, type).settings(name, traits, annotated);
      return settings.get("timeout.value") != null
          ? settings
          : settings.with("timeout.value", new Setting("0", Origin.DEFAULT, "default"));
    }

    synchronized void changed() {
      Settings now = settings(LiveConfiguration.ofThisJvm().current());
      if (now.equals(known.settings)) {
        return;
      }
      try {
        known = make(now);
        LOG.log(System.Logger.Level.INFO, "{0}.{1}", type, this);
      } catch (IllegalStateException unusable) {
        LOG.log(System.Logger.Level.ERROR, "policies stay as they were", unusable);
      }
    }

    private Known make(Settings settings) {
      Policies policies =
          PolicyCheck.require(
              type + "." + name, settings, compiled ? annotated : Settings.NONE, traits);
      return new Known(settings, policies, new LocalGuard(time, objects.ofLocal(policies)));
    }

    Explanation explain() {
      Known now = known;
      return Explanation.ofLocal(type + "." + name, now.settings, now.policies);
    }

    @Override
    public String toString() {
      Known now = known;
      Setting fallback = now.settings.get(Explanation.FALLBACK);
      return name
          + ": "
          + (fallback == null ? "" : "fallback " + fallback.value() + " > ")
          + now.guard;
    }
  }

  private record Known(Settings settings, Policies policies, LocalGuard guard) {}
}
