package dev.farcall.resilience;

import static java.util.Objects.requireNonNull;

import dev.farcall.annotation.Mode;
import dev.farcall.policy.Durations;
import dev.farcall.policy.HedgePolicy;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * When a call that takes long is sent a second time: after a fixed delay, or when it takes longer
 * than 95 of 100 took in the last half minute (Dean and Barroso, The Tail at Scale, 2013); and only
 * while the {@link RetryBudget} allows. Safe for many threads.
 */
public final class Hedge {

  private static final double PERCENTILE = 0.95;

  private final String name;
  private final RetryBudget budget;
  private final Time time;
  private final LatencyHistogram latencies;
  private final LongAdder hedges = new LongAdder();
  private final LongAdder won = new LongAdder();
  private volatile HedgePolicy policy;

  private Hedge(String name, HedgePolicy policy, RetryBudget budget, Time time) {
    this.name = requireNonNull(name, "name");
    this.policy = requireNonNull(policy, "policy");
    this.budget = requireNonNull(budget, "budget");
    this.time = requireNonNull(time, "time");
    this.latencies = new LatencyHistogram(PERCENTILE, time.now());
  }

  /** One without a name, with a budget of its own, in the time of this JVM. */
  public static Hedge of(HedgePolicy policy) {
    return of("", policy, RetryBudget.of(Time.system()), Time.system());
  }

  /**
   * One that draws from a budget, perhaps with others.
   *
   * @param name for people: of what it hedges; may be empty
   */
  public static Hedge of(String name, HedgePolicy policy, RetryBudget budget, Time time) {
    return new Hedge(name, policy, budget, time);
  }

  /** Counts a call that begins. */
  public void begin(long now) {
    if (policy.mode() == Mode.ENFORCE) {
      budget.deposit(now);
    }
  }

  /** Nanoseconds after which a call is sent once more; -1 if that is not known yet. */
  public long delay(long now) {
    Duration fixed = policy.delay();
    if (fixed != null) {
      return Durations.nanos(fixed);
    }
    long known = latencies.percentile(now);
    return known == 0 ? -1 : known;
  }

  /**
   * Asks whether a call is sent once more, and counts it if it is.
   *
   * @param attempts how many there were; 1 or more
   */
  public boolean mayHedge(int attempts, long now) {
    HedgePolicy mine = policy;
    if (attempts >= mine.maxAttempts() || mine.mode() == Mode.OFF) {
      return false;
    }
    if (mine.mode() == Mode.SHADOW) {
      hedges.increment();
      return false;
    }
    if (!budget.withdraw(now)) {
      return false;
    }
    hedges.increment();
    return true;
  }

  /**
   * A call has been answered.
   *
   * @param nanos since its first attempt was sent, whichever was answered: it took that attempt at
   *     least as long
   * @param attempt which was answered
   */
  public void answered(long nanos, int attempt, long now) {
    latencies.add(nanos, now);
    if (attempt > 1) {
      won.increment();
    }
  }

  /**
   * Calls, and once more if that takes long or fails in a way that may pass; the first answer
   * counts, and the other stages are cancelled. Whoever calls through it says by that that doing
   * twice is as good as doing once.
   */
  public <T> CompletionStage<T> callAsync(Supplier<? extends CompletionStage<T>> body) {
    begin(time.now());
    return new HedgedStage<>(this, body, time).begin();
  }

  /** Holds to another policy from here on. */
  public void update(HedgePolicy policy) {
    this.policy = requireNonNull(policy, "policy");
  }

  public HedgePolicy policy() {
    return policy;
  }

  /** What it has seen. */
  public Metrics metrics() {
    return new Metrics(hedges.sum(), won.sum(), budget.refused());
  }

  @Override
  public String toString() {
    return "hedge \"" + name + "\": " + policy;
  }

  /**
   * What it has seen since it was made.
   *
   * @param hedges attempts beyond the first of each call, or, under {@code SHADOW}, calls that
   *     would have been sent again
   * @param won those of them that were answered first
   * @param refused attempts that the budget did not allow, of all that draw from it
   */
  public record Metrics(long hedges, long won, long refused) {}
}
