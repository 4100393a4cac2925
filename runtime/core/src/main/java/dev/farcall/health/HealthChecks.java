package dev.farcall.health;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a server healthy, told while it is built.
 *
 * <pre>{@code
 * Farcall.server().health(h -> h.startup("cache", cache::isWarm).readiness("db", db::ping))
 * }</pre>
 */
public final class HealthChecks {

  private final List<NamedCheck> checks = new ArrayList<>();
  private Duration interval = Duration.ofSeconds(5);

  HealthChecks() {}

  /** Whether something is well. May block; a throw, or no answer within the interval, is a no. */
  @FunctionalInterface
  public interface Check {
    boolean healthy() throws Exception;
  }

  /** Which state a check belongs to. */
  enum Kind {
    STARTUP,
    LIVENESS,
    READINESS
  }

  /** A check under its name. */
  record NamedCheck(Kind kind, String name, Check check) {
    NamedCheck {
      requireNonNull(name, "name");
      requireNonNull(check, "check");
    }
  }

  /** Must be well once before the server is ready; not asked again after. */
  public HealthChecks startup(String name, Check check) {
    checks.add(new NamedCheck(Kind.STARTUP, name, check));
    return this;
  }

  /** While it is not well, the process should be restarted. Well until found otherwise. */
  public HealthChecks liveness(String name, Check check) {
    checks.add(new NamedCheck(Kind.LIVENESS, name, check));
    return this;
  }

  /** While it is not well, no calls should be sent here. Not well until found so. */
  public HealthChecks readiness(String name, Check check) {
    checks.add(new NamedCheck(Kind.READINESS, name, check));
    return this;
  }

  /** How often each check runs, and how long it may take; 5 s unless told. */
  public HealthChecks every(Duration interval) {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("interval: " + interval + " (expected: at least 1 ms)");
    }
    this.interval = interval;
    return this;
  }

  List<NamedCheck> checks() {
    return List.copyOf(checks);
  }

  Duration interval() {
    return interval;
  }
}
