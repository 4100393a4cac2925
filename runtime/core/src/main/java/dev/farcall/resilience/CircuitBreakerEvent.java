package dev.farcall.resilience;

/**
 * A circuit breaker has gone from one state to another.
 *
 * @param breaker its name
 * @param at when, on the breaker's clock
 * @param why for people, as in {@code 6 of 10 calls failed within 20 s}
 */
public record CircuitBreakerEvent(
    String breaker, CircuitBreaker.State from, CircuitBreaker.State to, long at, String why) {

  @Override
  public String toString() {
    return "circuit breaker \"" + breaker + "\": " + from + " to " + to + ", " + why;
  }
}
