package dev.farcall.reactor;

import dev.farcall.spi.SingleType;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Found by {@link java.util.ServiceLoader}: {@link Mono} as a value to come. Each subscription is a
 * call, cancelling it gives the call up; of a method that returns nothing it completes empty.
 */
public final class MonoType implements SingleType {

  @Override
  public String name() {
    return "reactor.core.publisher.Mono";
  }

  @Override
  public Mono<?> from(Supplier<? extends CompletionStage<?>> call) {
    return Mono.fromFuture(() -> call.get().toCompletableFuture());
  }

  @Override
  public CompletionStage<?> toStage(Object single) {
    return ((Mono<?>) single).toFuture();
  }
}
