package acme;

import dev.farcall.annotation.Bulkhead;
import dev.farcall.annotation.RateLimit;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Of this process. */
@Bulkhead(maxConcurrent = 3)
public interface Store {
  // error: [FAR211] @RateLimit on Store.watch has no effect: the Flow.Publisher that it returns begins when the call has ended. Return CompletionStage, or remove it.
  @RateLimit(permits = 5)
  Flow.Publisher<String> watch();

  /** What stands on the type is for the others. */
  Flow.Publisher<String> spared();

  @RateLimit(permits = 5)
  CompletionStage<String> get();
}
