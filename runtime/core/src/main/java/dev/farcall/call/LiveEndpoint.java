package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An endpoint as one client knows it at this moment: what is on its way to it, how it has answered
 * of late, and whether it is to be called at all. It lives as long as the endpoint is known, also
 * when its weight or its metadata change.
 *
 * <p>The latency is an average of {@link #AVERAGED}, by time and not by calls: one sample among
 * hundreds changes little, and one after a long pause says all. A peak shows before it is over:
 * with calls on their way the endpoint costs at least as long as it has been silent (as in
 * Finagle's "peak EWMA" and ServiceTalk). What was seen long ago counts less and less, by half in
 * {@link #HALF_LIFE}, so that what was slow once is tried again. Beside it stands the part of calls
 * that failed.
 *
 * <p>Safe for many threads. What is only estimated is written without a lock: a sample that is lost
 * between two threads changes nothing that matters. Numbers of calls are exact.
 */
public class LiveEndpoint {

  /** In which time what was seen counts half, where there is newer. */
  public static final Duration AVERAGED = Duration.ofSeconds(1);

  /** In which time what was seen counts half, where there is nothing newer. */
  public static final Duration HALF_LIFE = Duration.ofSeconds(10);

  /** What a call that fails costs beside one that answers. */
  public static final Duration FAILURE_COST = Duration.ofSeconds(1);

  /** Why an endpoint is not to be called. */
  public enum Trouble {
    /** There is no connection to it, and none can be made. */
    UNREACHABLE(1),
    /** Its health check says that it is not well. */
    UNHEALTHY(2),
    /** It failed where others did not. */
    EJECTED(4);

    private final int bit;

    Trouble(int bit) {
      this.bit = bit;
    }
  }

  private static final double AVERAGED_PER_NANO = 1.0 / AVERAGED.toNanos();
  private static final double HALF_LIFE_PER_NANO = 1.0 / HALF_LIFE.toNanos();
  private static final double FAILURE_NANOS = FAILURE_COST.toNanos();

  private static final long SLOW_START_NANOS = Duration.ofSeconds(20).toNanos();
  private static final int SLOW_START_STEPS = 10;

  /** Costs more than any that is known, since nothing is known. */
  private static final double UNKNOWN = 1e15;

  private static final int DOUBTFUL_PARTS = 1;
  private static final int PARTS = 100;

  private static final VarHandle IN_FLIGHT = handle("inFlight", int.class);
  private static final VarHandle CALLS = handle("calls", long.class);
  private static final VarHandle FAILURE_PARTS = handle("failureParts", long.class);
  private static final VarHandle CONSECUTIVE = handle("consecutive", int.class);
  private static final VarHandle TROUBLES = handle("troubles", int.class);

  private volatile Endpoint endpoint;
  private volatile int inFlight;
  private volatile int troubles;
  private volatile long calls;
  private volatile long failureParts;
  private volatile int consecutive;

  /** While it gets its share step by step: since when. */
  private volatile long slowSince;

  private volatile boolean slow;

  // Estimates, each written as a whole by whoever ends a call.
  private double latency;
  private double failing;
  private long seenAt;
  private long silentSince;

  /** One of which nothing is known yet. */
  public LiveEndpoint(Endpoint endpoint) {
    this.endpoint = requireNonNull(endpoint, "endpoint");
  }

  private static VarHandle handle(String name, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(LiveEndpoint.class, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** How it is described now. */
  public final Endpoint endpoint() {
    return endpoint;
  }

  /** It is described otherwise from here on; its id stays. */
  public final void describe(Endpoint other) {
    if (!other.id().equals(endpoint.id())) {
      throw new IllegalArgumentException(
          "id: " + other.id() + " (expected: " + endpoint.id() + ", whose statistics these are)");
    }
    endpoint = other;
  }

  /** A call is about to be sent to it. Each ends by {@link #end} or {@link #release}. */
  public final void begin(long now) {
    if ((int) IN_FLIGHT.getAndAdd(this, 1) == 0) {
      silentSince = now;
    }
  }

  /** A call of which nothing is to be learned is no more on its way. */
  public final void release() {
    IN_FLIGHT.getAndAdd(this, -1);
  }

  /**
   * It has answered, or failed to: the sample of a latency. {@link #end} comes beside it, at the
   * same time or later.
   *
   * @param start when it was sent
   * @param now when it answered
   */
  public final void answered(long start, long now, Outcome outcome) {
    silentSince = now;
    switch (outcome.score()) {
      case SUCCESS, DOUBTFUL -> sample(now - start, 0, now);
      case FAILURE, UNREACHABLE -> sample(now - start, 1, now);
      case LATENCY -> stalled(now - start, now);
      case NEUTRAL -> {}
    }
  }

  /** All of a call has ended: counts it. */
  public final void end(Outcome outcome) {
    release();
    switch (outcome.score()) {
      case SUCCESS -> succeeded(0);
      case DOUBTFUL -> succeeded(DOUBTFUL_PARTS);
      case FAILURE, UNREACHABLE -> {
        CALLS.getAndAdd(this, 1L);
        FAILURE_PARTS.getAndAdd(this, (long) PARTS);
        CONSECUTIVE.getAndAdd(this, 1);
      }
      case LATENCY, NEUTRAL -> {}
    }
  }

  private void succeeded(int parts) {
    CALLS.getAndAdd(this, 1L);
    if (parts != 0) {
      FAILURE_PARTS.getAndAdd(this, (long) parts);
    }
    if (consecutive != 0) {
      consecutive = 0;
    }
  }

  private void sample(long nanos, double failed, long now) {
    double kept = decay(now - seenAt, AVERAGED_PER_NANO);
    failing = failing * kept + failed * (1 - kept);
    latency = latency * kept + nanos * (1 - kept);
    seenAt = now;
  }

  /** It was given up: it would have taken at least that long. */
  private void stalled(long nanos, long now) {
    if (nanos > latency) {
      latency = nanos;
      seenAt = now;
    }
  }

  /** {@code 2^-x} of the half-lives that have passed, 6 % off at most: the bits of a double. */
  private static double decay(long nanos, double perNano) {
    if (nanos <= 0) {
      return 1;
    }
    double halves = nanos * perNano;
    return halves > 60 ? 0 : Double.longBitsToDouble((long) ((1023 - halves) * 0x1p52));
  }

  /**
   * How soon it would answer one more call, the less the better: its latency of late, or how long
   * it has been silent with calls on their way if that is longer, and what its failures cost, times
   * the calls on their way, by its weight. 0 if nothing is known and nothing is on its way.
   *
   * @param now a reading of the clock of {@link #begin}
   */
  public final double cost(long now) {
    int others = inFlight;
    double kept = decay(now - seenAt, HALF_LIFE_PER_NANO);
    double expected = latency * kept + failing * kept * FAILURE_NANOS;
    if (others != 0) {
      if (expected == 0) {
        return UNKNOWN + others;
      }
      expected = Math.max(expected, (double) (now - silentSince));
    }
    return expected * (others + 1) / endpoint.weight();
  }

  /** Calls on their way to it. */
  public final int inFlight() {
    return inFlight;
  }

  /** Its weight among the others. */
  public final double weight() {
    return endpoint.weight();
  }

  /** Its latency of late. */
  public final Duration latency(long now) {
    return Duration.ofNanos((long) (latency * decay(now - seenAt, HALF_LIFE_PER_NANO)));
  }

  /** The part of its calls of late that failed, 0 to 1. */
  public final double failing(long now) {
    return failing * decay(now - seenAt, HALF_LIFE_PER_NANO);
  }

  /** Calls that have ended and say whether it serves. */
  public final long calls() {
    return calls;
  }

  /** How many of them failed, in hundredths: a doubtful answer is one of them. */
  public final long failureHundredths() {
    return failureParts;
  }

  /** How many failed since one did not. */
  public final int consecutiveFailures() {
    return consecutive;
  }

  /** Whether it is to be called: nothing is known against it. */
  public final boolean isAvailable() {
    return troubles == 0;
  }

  /** Whether this is known against it. */
  public final boolean has(Trouble trouble) {
    return (troubles & trouble.bit) != 0;
  }

  /** What is known against it. */
  public final Set<Trouble> troubles() {
    Set<Trouble> known = EnumSet.noneOf(Trouble.class);
    for (Trouble trouble : Trouble.values()) {
      if (has(trouble)) {
        known.add(trouble);
      }
    }
    return Collections.unmodifiableSet(known);
  }

  /** This is known against it from here on; false if it was before. */
  public final boolean add(Trouble trouble) {
    return ((int) TROUBLES.getAndBitwiseOr(this, trouble.bit) & trouble.bit) == 0;
  }

  /** This is over; false if it was not there. */
  public final boolean remove(Trouble trouble) {
    return ((int) TROUBLES.getAndBitwiseAnd(this, ~trouble.bit) & trouble.bit) != 0;
  }

  /** It gets its share step by step from here on: an eleventh, and one more each two seconds. */
  public final void startSlowly(long now) {
    slowSince = now;
    slow = true;
  }

  /** Whether it gets its share step by step: as a process that has only begun, and is slow yet. */
  public final boolean isStarting() {
    return slow;
  }

  /** The part of its share that it gets, above 0; 1 if it is not new. */
  public final double share(long now) {
    if (!slow) {
      return 1;
    }
    long age = now - slowSince;
    if (age >= SLOW_START_NANOS) {
      slow = false;
      return 1;
    }
    long step = age * SLOW_START_STEPS / SLOW_START_NANOS;
    return (step + 1.0) / (SLOW_START_STEPS + 1);
  }

  /** Who answers there now is another one: what was seen of the last one says nothing. */
  public final void forget() {
    latency = 0;
    failing = 0;
    consecutive = 0;
  }

  @Override
  public String toString() {
    return endpoint + (troubles == 0 ? "" : " " + troubles());
  }
}
