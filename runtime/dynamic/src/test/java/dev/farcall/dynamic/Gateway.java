package dev.farcall.dynamic;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.CircuitBreaker;
import dev.farcall.annotation.Fallback;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.RateLimit;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Timeout;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An interface of which both kinds of decorators are made. */
public interface Gateway {

  @Idempotent
  @Retry(maxAttempts = 3, backoff = "1ms", maxBackoff = "2ms")
  String quote(String symbol) throws IOException;

  @CircuitBreaker(minimumCalls = 4, windowCalls = 4)
  int charge(int cents, long... parts) throws IOException;

  @Timeout("50ms")
  void send(String letter) throws IOException;

  @RateLimit(permits = 2, per = "1h")
  boolean remind(double weight);

  @Bulkhead(maxConcurrent = 1)
  CompletionStage<String> render(String page);

  @Fallback(Nothing.class)
  List<String> list(String user, int limit) throws IOException;

  @Fallback(Nothing.class)
  CompletionStage<String> later(String user);

  /** Without policies. */
  char plain(char letter);

  /** Answers when nothing else does. */
  final class Nothing {

    static List<String> list(String user, int limit, Throwable why) {
      return List.of(user + limit + why.getMessage());
    }

    CompletionStage<String> later(String user) {
      return CompletableFuture.completedFuture("no " + user);
    }
  }
}
