package dev.farcall.resilience;

import dev.farcall.call.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The limits of time of one call that keeps its thread: of all of it, and of the attempt that it is
 * at. For that thread alone.
 */
public final class CallLimits {

  private final @Nullable Timeout total;
  private final @Nullable Timeout attempt;
  private final Deadline deadline;
  private final @Nullable Interruption whole;
  private @Nullable Interruption once;

  CallLimits(@Nullable Timeout total, @Nullable Timeout attempt) {
    this.total = total;
    this.attempt = attempt;
    this.deadline = total == null ? Deadline.NONE : total.deadline();
    this.whole = total == null ? null : total.begin();
  }

  void beginAttempt() {
    once = attempt == null ? null : attempt.begin();
  }

  /** When the call ends at the latest. */
  Deadline deadline() {
    return deadline;
  }

  /** Whether its time is over. */
  boolean isOver() {
    return whole != null && whole.hasFired();
  }

  /** What an attempt has failed with that threw this: if its time was over, with that. */
  Throwable endOfAttempt(Throwable thrown) {
    boolean late = once != null && once.end();
    if (total != null && isOver()) {
      return total.exceeded(thrown);
    }
    return late && attempt != null ? attempt.exceeded(thrown) : thrown;
  }

  /**
   * The call has ended.
   *
   * @return whether in time
   */
  boolean end() {
    boolean late = once != null && once.end();
    return !(whole != null && whole.end()) && !late;
  }
}
