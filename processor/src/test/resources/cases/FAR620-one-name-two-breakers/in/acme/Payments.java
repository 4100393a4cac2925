package acme;

import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.Remote;

@Remote
public interface Payments {
  @CircuitBreaker(name = "bank", probes = 2)
  void charge();

  @CircuitBreaker(name = "bank", probes = 2)
  void refund();

  @CircuitBreaker(name = "bank", minimumCalls = 20)
  // error: [FAR620] charge and settle share the circuit breaker 'bank', and each says something else of it: 50 % failed of 10 or more calls within 20 s, open for 10 s; and 50 % failed of 20 or more calls within 20 s, open for 10 s. Say the same, or give one another name.
  void settle();
}
