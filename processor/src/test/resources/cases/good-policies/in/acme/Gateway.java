package acme;

import dev.farcall.annotation.*;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An interface of this process; a service stands in Ratings. */
@CircuitBreaker(minimumCalls = 4, windowCalls = 4)
public interface Gateway extends Pinged {

  @Idempotent
  @Retry(maxAttempts = 3, backoff = "1ms", maxBackoff = "2ms")
  String quote(String symbol) throws IOException;

  @Bulkhead(maxConcurrent = 2)
  @RateLimit(permits = 1000)
  @Timeout("50ms")
  void send(String limit, int... attempt);

  @Fallback(Empty.class)
  List<String> list(String guard, int limit);

  @Fallback(Empty.class)
  CompletableFuture<String> later(String id);

  @ConcurrencyLimit
  CompletionStage<String> soon();

  @Fallback
  default String greeting(String name) {
    return "Hello, " + name;
  }

  @Fallback(Empty.class)
  void forget(String id);

  <T extends Comparable<T>> T first(List<T> all);

  class Empty {
    static List<String> list(String guard, int limit, Throwable why) {
      return List.of(why.getClass().getSimpleName());
    }

    CompletionStage<String> unrelated() {
      return CompletableFuture.completedFuture("");
    }

    CompletableFuture<String> later(String id) {
      return CompletableFuture.completedFuture("empty");
    }

    void forget(String id) {}
  }

  /** Generic, and nested. */
  interface Store<K, V> {
    @Timeout("1s")
    V get(K key);

    void put(K key, V value);
  }
}

interface Pinged {
  void ping();
}
