package dev.farcall.resilience;

/**
 * What a circuit breaker admits a call with, and what the call's end is recorded with. It says
 * nothing to its holder.
 */
public abstract sealed class Permit permits BreakerPhase, Permit.Passed, ProbeLease {

  Permit() {}

  /** Of a call whose end decides nothing. */
  static final class Passed extends Permit {
    /** Of one that is counted all the same. */
    static final Passed COUNTED = new Passed();

    /** Of one that is not. */
    static final Passed UNCOUNTED = new Passed();

    private Passed() {}
  }
}
