package dev.farcall.pipeline;

import dev.farcall.call.Operation;
import dev.farcall.resilience.CircuitBreaker;
import dev.farcall.resilience.PolicyObjects;
import dev.farcall.resilience.RetryBudget;
import dev.farcall.time.Time;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the methods of one client share: the budget of retries, and the breakers with a name. */
final class ClientGuards {

  private final Time time;
  private final RetryBudget budget;
  private final ConcurrentMap<String, CircuitBreaker> namedBreakers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, MethodGuards> byMethod = new ConcurrentHashMap<>();

  ClientGuards(Time time) {
    this.time = time;
    this.budget = RetryBudget.of(time);
  }

  MethodGuards of(Operation<?, ?> operation) {
    return byMethod.computeIfAbsent(
        operation.method(),
        name ->
            new MethodGuards(
                time, new PolicyObjects(operation.path(), time, budget, namedBreakers)));
  }
}
