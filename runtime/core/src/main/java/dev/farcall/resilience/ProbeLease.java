package dev.farcall.resilience;

/**
 * The right to find out whether a circuit may close: one slot of the half-open circuit, until the
 * call ends or the lease does.
 */
final class ProbeLease extends Permit {

  final BreakerPhase.HalfOpen phase;
  final int slot;
  final long expiresAt;

  ProbeLease(BreakerPhase.HalfOpen phase, int slot, long expiresAt) {
    this.phase = phase;
    this.slot = slot;
    this.expiresAt = expiresAt;
  }
}
