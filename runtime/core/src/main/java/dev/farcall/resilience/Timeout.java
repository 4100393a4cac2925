package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Mode;
import dev.farcall.call.CallException;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Outcome;
import dev.farcall.policy.Durations;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds calls in time. One that blocks its thread for longer is interrupted, on that thread: no
 * other does its work.
 *
 * <pre>{@code
 * Timeout timeout = Timeout.of(Duration.ofSeconds(2));
 * Page page = timeout.call(() -> wiki.load("Farcall"));
 * }</pre>
 *
 * <p>What answers later, since it does not heed an interrupt, has not answered. Safe for many
 * threads.
 */
public final class Timeout {

  private final String name;
  private final Time time;
  private final LongAdder expired = new LongAdder();
  private volatile long nanos;
  private volatile Mode mode = Mode.ENFORCE;

  private Timeout(String name, Duration limit, Time time) {
    this.name = requireNonNull(name, "name");
    this.time = requireNonNull(time, "time");
    this.nanos = positive(limit);
  }

  /** One without a name, in the time of this JVM. */
  public static Timeout of(Duration limit) {
    return of("", limit, Time.system());
  }

  /**
   * One of this length.
   *
   * @param name for people: of what it bounds; may be empty
   * @param limit more than zero
   */
  public static Timeout of(String name, Duration limit, Time time) {
    return new Timeout(name, limit, time);
  }

  private static long positive(Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: more than zero)");
    }
    return Durations.nanos(limit);
  }

  /**
   * Calls, on this thread.
   *
   * @throws CallException if it takes longer: {@code DEADLINE_EXCEEDED}
   * @throws Exception what the body throws
   */
  public <T> T call(Callable<T> body) throws Exception {
    CallLimits limits = CallLimits.begin(time, this, null);
    T result;
    try {
      result = body.call();
    } catch (Throwable thrown) {
      if (!limits.end()) {
        throw exceeded(thrown);
      }
      throw thrown;
    }
    if (!limits.end()) {
      throw exceeded(null);
    }
    return result;
  }

  /**
   * What a call fails with that took too long.
   *
   * @param cause what the interrupted call threw, or null
   */
  CallException exceeded(@Nullable Throwable cause) {
    String who = name.isEmpty() ? "no answer" : "\"" + name + "\" did not answer";
    String message = who + " within " + Durations.text(Duration.ofNanos(nanos));
    return CallException.of(
        cause == null
            ? Failure.of(Outcome.OWN_LIMIT, Code.DEADLINE_EXCEEDED, message)
            : Failure.of(Outcome.OWN_LIMIT, Code.DEADLINE_EXCEEDED, message, cause));
  }

  /**
   * As {@link #call}, of what ends later; the stage that takes too long is cancelled, and so is one
   * whose caller cancels the stage that he got.
   */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    LinkedStage<T> call = new LinkedStage<>();
    Time.Timer timer = time.schedule(nanos, () -> expire(call));
    CompletionStage<T> end = call;
    end.whenComplete((result, thrown) -> timer.cancel());
    call.follow(Stages.start(body));
    return call;
  }

  /** The end of a call that begins now. */
  Deadline deadline() {
    return mode == Mode.ENFORCE ? Deadline.after(nanos, time.now()) : Deadline.NONE;
  }

  private void expire(LinkedStage<?> call) {
    if (mode == Mode.SHADOW) {
      expired.increment();
    } else if (call.completeExceptionally(exceeded(null))) {
      expired.increment();
    }
  }

  /** Bounds calls that begin from here on otherwise, or only counts those that take too long. */
  void update(Duration limit, Mode mode) {
    nanos = positive(limit);
    this.mode = mode;
  }

  /** Nanoseconds that a call may take. */
  long nanos() {
    return nanos;
  }

  /** Whether what takes longer is ended, and not only counted. */
  boolean enforces() {
    return mode == Mode.ENFORCE;
  }

  /** Counts the calls that took too long. */
  LongAdder counter() {
    return expired;
  }

  /** A call took too long. */
  void count() {
    expired.increment();
  }

  /** How many calls took too long, or, under {@code SHADOW}, would have. */
  public long expired() {
    return expired.sum();
  }

  @Override
  public String toString() {
    String text = "timeout \"" + name + "\": " + Durations.text(Duration.ofNanos(nanos));
    return mode == Mode.SHADOW ? text + " (shadow)" : text;
  }
}
