package acme;

import dev.farcall.annotation.RateLimit;

/** Of this process. */
public interface Mailer {
  // warning: [FAR618] @RateLimit on Mailer.send: it does its work on the thread of its caller, which no rate limit keeps waiting: it rejects at once. Leave maxWait out, or return a CompletionStage.
  @RateLimit(permits = 5, maxWait = "1s")
  void send(String text);
}
