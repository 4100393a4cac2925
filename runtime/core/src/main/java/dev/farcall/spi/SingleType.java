package dev.farcall.spi;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Found by {@link java.util.ServiceLoader}: a type of somebody else's library that is one value to
 * come, so that methods of remote interfaces may give it where they could a {@link
 * CompletionStage}. For many threads at once.
 */
public interface SingleType {

  /** The full name of the type, as in {@code reactor.core.publisher.Mono}. */
  String name();

  /**
   * The type around a call.
   *
   * @param call makes it, each time that the type is subscribed to; when a subscription is
   *     cancelled, so is the future that this gave
   */
  Object from(Supplier<? extends CompletionStage<?>> call);

  /**
   * The value to come; one that is absent is null. Cancelling the future gives the single up.
   *
   * @param single as an implementation gave it
   */
  CompletionStage<?> toStage(Object single);
}
