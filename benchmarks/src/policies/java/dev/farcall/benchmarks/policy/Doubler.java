package dev.farcall.benchmarks.policy;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.RateLimit;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;

/** Does next to nothing, under all policies. */
@Retry
@CircuitBreaker(window = "10s", minimumCalls = 100)
@RateLimit(permits = 1_000_000, burst = 2_000_000_000) // more than are made here
@Bulkhead(maxConcurrent = 100)
public interface Doubler {

  /** Without a limit of time. */
  @Safe
  int twice(int number);

  /** With one that interrupts. */
  @Safe
  @Timeout("1s")
  int twiceInTime(int number);

  /** The real one. */
  final class Real implements Doubler {
    @Override
    public int twice(int number) {
      return 2 * number;
    }

    @Override
    public int twiceInTime(int number) {
      return 2 * number;
    }
  }
}
