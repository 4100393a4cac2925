package dev.farcall.call;

import dev.farcall.annotation.Transient;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agreement between generated code and this library, as a number. Code generated for an
 * agreement that this library does not know is refused when it is bound, not when it is called.
 */
public final class GeneratedCode {

  /** The agreement this library knows; raised when generated code needs what older ones lack. */
  public static final int VERSION = 2;

  private GeneratedCode() {}

  /**
   * Called by generated clients and dispatchers when they are made.
   *
   * @throws IllegalStateException if {@code version} is not known
   */
  public static void requireVersion(int version, String generated) {
    if (version != VERSION) {
      throw new IllegalStateException(
          generated
              + " was generated for contract version "
              + version
              + ", farcall-core on the class path knows version "
              + VERSION
              + ". Use the same version of farcall-processor and farcall-core, and compile again.");
    }
  }

  /**
   * Makes a call on behalf of another: generated clients do so with their {@link CallContext}
   * parameter. The call inherits its deadline and cancellation; its metadata, which may hold
   * credentials, is not passed on.
   *
   * @param context null: whatever context is current
   */
  public static <R> R within(@Nullable CallContext context, Supplier<R> call) {
    return context == null ? call.get() : context.supply(call);
  }

  /** Whether a fallback answers in place of a call that ended with this. */
  public static boolean fallsBack(Throwable end) {
    return end instanceof CallException call
        ? call.outcome().fallsBack()
        : end.getClass().isAnnotationPresent(Transient.class);
  }

  /**
   * The answer of a call, or of a fallback in its place. Cancelling it gives the call up.
   *
   * @param fallback is told why; what it throws is what the future fails with
   */
  public static <R> CompletableFuture<R> orElse(
      CompletableFuture<R> call, Function<Throwable, ? extends CompletionStage<R>> fallback) {
    CompletableFuture<R> answer =
        call.exceptionallyCompose(
            thrown -> {
              Throwable end =
                  thrown instanceof CompletionException && thrown.getCause() != null
                      ? thrown.getCause()
                      : thrown;
              return fallsBack(end) ? fallback.apply(end) : CompletableFuture.failedFuture(end);
            });
    CompletionStage<R> ending = answer;
    ending.whenComplete(
        (result, thrown) -> {
          if (thrown instanceof CancellationException) {
            call.cancel(true);
          }
        });
    return answer;
  }
}
