package reactor.core.publisher;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Known by its name only. */
public record Mono<T>(Supplier<? extends CompletionStage<T>> call) {
  public static <T> Mono<T> of(T value) {
    return new Mono<>(() -> CompletableFuture.completedFuture(value));
  }

  public T block() {
    return call.get().toCompletableFuture().join();
  }
}
