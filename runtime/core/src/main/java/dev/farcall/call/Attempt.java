package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The history of a call that is sent more than once: which attempt a request is, how those before
 * it ended, and where they went, so that this one may go elsewhere. Where it went itself is set by
 * whoever chose the endpoint; all else is fixed.
 */
public final class Attempt {

  private final int number;
  private final @Nullable Attempt previous;
  private final @Nullable Outcome previousOutcome;
  private volatile @Nullable Endpoint endpoint;

  private Attempt(int number, @Nullable Attempt previous, @Nullable Outcome previousOutcome) {
    this.number = number;
    this.previous = previous;
    this.previousOutcome = previousOutcome;
  }

  /** The first of a call. */
  public static Attempt first() {
    return new Attempt(1, null, null);
  }

  /**
   * The one after this.
   *
   * @param outcome how this one ended; null if it goes on meanwhile, as one that is hedged
   */
  public Attempt next(@Nullable Outcome outcome) {
    return new Attempt(number + 1, this, outcome);
  }

  /** 1 for the first. */
  public int number() {
    return number;
  }

  /** The one before; null for the first. */
  public @Nullable Attempt previous() {
    return previous;
  }

  /** How the one before ended; null for the first, and if that still goes on. */
  public @Nullable Outcome previousOutcome() {
    return previousOutcome;
  }

  /** Where it was sent; null if that is not chosen yet. */
  public @Nullable Endpoint endpoint() {
    return endpoint;
  }

  /** Notes where it is sent. */
  public void sentTo(Endpoint chosen) {
    endpoint = requireNonNull(chosen, "chosen");
  }

  /** Whether one before this was sent there. */
  public boolean triedBefore(Endpoint candidate) {
    for (Attempt attempt = previous; attempt != null; attempt = attempt.previous) {
      Endpoint sentTo = attempt.endpoint;
      if (sentTo != null && sentTo.id().equals(candidate.id())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "Attempt[" + number + (endpoint == null ? "" : " at " + endpoint) + "]";
  }
}
