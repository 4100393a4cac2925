package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import dev.farcall.call.CallException;
import dev.farcall.call.Deadline;
import dev.farcall.call.Outcome;
import dev.farcall.call.Outcome.Again;
import dev.farcall.policy.RetryPolicy;
import dev.farcall.time.Time;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls again that failed in a way that may pass, as the table of {@link Outcome} says, if
 * the {@link RetryBudget} allows.
 *
 * <pre>{@code
 * Retry retry = Retry.of(RetryPolicy.DEFAULT);
 * Quote quote = retry.call(() -> quotes.latest("FAR"));
 * }</pre>
 *
 * <p>Whoever calls through it says by that that doing twice is as good as doing once. Safe for many
 * threads. The core never waits and never allocates.
 */
public final class Retry {

  private final String name;
  private final RetryBudget budget;
  private final Time time;
  private final LongAdder retries = new LongAdder();
  private final LongAdder exhausted = new LongAdder();

  /** Whether what was never sent is sent again whatever the policy says. */
  private final boolean neverSent;

  /** Null if nothing else is sent again. */
  private volatile @Nullable RetryPolicy policy;

  private Retry(
      String name, @Nullable RetryPolicy policy, boolean neverSent, RetryBudget budget, Time time) {
    this.neverSent = neverSent;
    this.name = requireNonNull(name, "name");
    this.policy = policy;
    this.budget = requireNonNull(budget, "budget");
    this.time = requireNonNull(time, "time");
  }

  /** One without a name, with a budget of its own, in the time of this JVM. */
  public static Retry of(RetryPolicy policy) {
    return of("", policy, RetryBudget.of(Time.system()), Time.system());
  }

  /**
   * One that draws from a budget, perhaps with others.
   *
   * @param name for people: of what it repeats; may be empty
   */
  public static Retry of(String name, RetryPolicy policy, RetryBudget budget, Time time) {
    return new Retry(name, requireNonNull(policy, "policy"), false, budget, time);
  }

  /** One that sends again only what was never sent. */
  public static Retry ofNeverSent(String name, RetryBudget budget, Time time) {
    return new Retry(name, null, true, budget, time);
  }

  /** Counts a call that begins. */
  public void begin(long now) {
    budget.deposit(now);
  }

  /**
   * Asks whether a call that has failed is sent again, and counts it if it is.
   *
   * @param attempts how many there were; 1 or more
   * @param outcome how the last one ended
   * @param told nanoseconds that the peer asked to wait; -1 if it asked not to come again, -2 if it
   *     said nothing
   * @param repeatable whether doing twice is as good as doing once
   * @param remaining nanoseconds the call has left; {@link Long#MAX_VALUE} if that is unknown
   * @param now a reading of the clock of the budget
   * @return nanoseconds to wait before; less than 0 if it is not sent again
   */
  public long pause(
      int attempts, Outcome outcome, long told, boolean repeatable, long remaining, long now) {
    RetryPolicy said = policy;
    RetryPolicy mine = said == null || said.mode() == Mode.OFF ? null : said;
    boolean may =
        switch (outcome.again()) {
          case NO -> false;
          case IF_IDEMPOTENT -> repeatable && mine != null;
          case WHEN_TOLD -> repeatable && mine != null && told >= 0;
          case ALWAYS -> neverSent || mine != null;
        };
    if (!may || told == Backoff.NEVER) {
      return -1;
    }
    RetryPolicy pace = mine != null ? mine : RetryPolicy.DEFAULT;
    if (attempts >= pace.maxAttempts()) {
      exhausted.increment();
      return -1;
    }
    double lot = time.lot();
    long nanos = told >= 0 ? told : Backoff.nanos(pace, attempts, lot);
    if (nanos >= remaining) {
      return -1;
    }
    if (pace.mode() == Mode.SHADOW && !(neverSent && outcome.again() == Again.ALWAYS)) {
      retries.increment();
      return -1;
    }
    if (!budget.withdraw(now)) {
      return -1;
    }
    retries.increment();
    return nanos;
  }

  /**
   * Calls until it succeeds, may not be tried again, or was tried often enough; the caller waits in
   * between.
   *
   * @throws InterruptedException if the caller was interrupted while it waited
   * @throws Exception what the body threw at last
   */
  public <T> T call(Callable<T> body) throws Exception {
    begin(time.now());
    for (int attempts = 1; ; attempts++) {
      try {
        return body.call();
      } catch (Exception thrown) {
        long pause = pauseAfter(thrown, attempts, Long.MAX_VALUE);
        if (pause < 0) {
          throw thrown;
        }
        if (pause > 0) {
          Pause.await(time, pause);
        }
      }
    }
  }

  /**
   * Asks whether what threw is tried again, by one who says that it may be done twice.
   *
   * @param remaining nanoseconds the call has left; {@link Long#MAX_VALUE} if that is unknown
   */
  long pauseAfter(Throwable thrown, int attempts, long remaining) {
    return pause(attempts, Ends.of(thrown), told(thrown), true, remaining, time.now());
  }

  private static long told(Throwable thrown) {
    return thrown instanceof CallException call ? Backoff.told(call.failure()) : Backoff.UNTOLD;
  }

  /** As {@link #call}, of what ends later; no thread waits. */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    return callAsync(body, Deadline.NONE);
  }

  /** The same of a call that has until then; no attempt begins later. */
  <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body, Deadline deadline) {
    begin(time.now());
    LinkedStage<T> call = new LinkedStage<>();
    attempt(call, body, deadline, 1);
    return call;
  }

  private <T> void attempt(
      LinkedStage<T> call,
      Supplier<? extends CompletionStage<T>> body,
      Deadline deadline,
      int attempts) {
    CompletionStage<T> stage = Stages.start(body);
    call.await(stage);
    stage.whenComplete(
        (result, thrown) -> {
          if (thrown == null) {
            call.complete(result);
          } else if (!call.hasEnded()) {
            attemptAgain(call, body, deadline, attempts, Ends.unwrapped(thrown));
          }
        });
  }

  private <T> void attemptAgain(
      LinkedStage<T> call,
      Supplier<? extends CompletionStage<T>> body,
      Deadline deadline,
      int attempts,
      Throwable thrown) {
    long pause = pauseAfter(thrown, attempts, deadline.remaining(time.now()));
    if (pause < 0) {
      call.completeExceptionally(thrown);
      return;
    }
    CompletionStage<Void> over = Pause.of(time, pause);
    call.await(over);
    over.thenRun(
        () -> {
          if (!call.hasEnded()) {
            attempt(call, body, deadline, attempts + 1);
          }
        });
  }

  /** Holds to another policy from here on. */
  public void update(RetryPolicy policy) {
    this.policy = requireNonNull(policy, "policy");
  }

  /** From here on only what was never sent is sent again. */
  public void updateToNeverSent() {
    this.policy = null;
  }

  /** What it has seen. */
  public Metrics metrics() {
    return new Metrics(retries.sum(), exhausted.sum(), budget.refused());
  }

  /** For people: what it sends again, and when. */
  String policyText() {
    RetryPolicy mine = policy;
    return mine == null || mine.mode() == Mode.OFF ? "retry what was never sent" : "retry " + mine;
  }

  @Override
  public String toString() {
    return "\"" + name + "\": " + policyText();
  }

  /**
   * What it has seen since it was made.
   *
   * @param retries attempts beyond the first of each call; under {@code SHADOW}, calls that would
   *     have been made again
   * @param exhausted calls that failed in their last attempt
   * @param refused attempts that the budget did not allow, of all that draw from it
   */
  public record Metrics(long retries, long exhausted, long refused) {}
}
