package dev.farcall.health;

/** What answers in a row make of a peer: so many bad ones, and so many good ones after them. */
final class Verdict {

  private final HealthCheckOptions options;
  private boolean unhealthy;
  private int bad;
  private int good;

  Verdict(HealthCheckOptions options) {
    this.options = options;
  }

  boolean isHealthy() {
    return !unhealthy;
  }

  /** An answer to a question, or none. */
  void add(boolean well) {
    bad = well ? 0 : bad + 1;
    good = well ? good + 1 : 0;
    if (bad >= options.unhealthyThreshold()) {
      unhealthy = true;
    } else if (good >= options.healthyThreshold()) {
      unhealthy = false;
    }
  }

  /** It has said so itself, unasked. */
  void set(boolean well) {
    unhealthy = !well;
    bad = 0;
    good = 0;
  }
}
