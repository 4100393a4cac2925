package dev.farcall.dynamic;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.ConcurrencyLimit;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Timeout;
import java.io.IOException;
import java.util.concurrent.CompletionStage;

/** Policies that meet in one method. */
public interface Bank {

  @Timeout("100ms")
  @CircuitBreaker(minimumCalls = 3, windowCalls = 3, probes = 1, openFor = "1s")
  String charge(int cents) throws IOException;

  @Idempotent
  @Timeout("100ms")
  @Retry(maxAttempts = 10, backoff = "1ms", maxBackoff = "1ms")
  String balance() throws IOException;

  @Idempotent
  @Timeout(attempt = "100ms")
  @Retry(maxAttempts = 2, backoff = "1ms", maxBackoff = "1ms")
  String rate() throws IOException;

  @Timeout("1s")
  @CircuitBreaker(minimumCalls = 2, windowCalls = 2)
  @Bulkhead(maxConcurrent = 1, queue = 1, maxWait = "100ms")
  CompletionStage<String> settle();

  @ConcurrencyLimit(initial = 1, max = 1)
  CompletionStage<String> audit();
}
