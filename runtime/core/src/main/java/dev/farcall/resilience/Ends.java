package dev.farcall.resilience;

import dev.farcall.annotation.Permanent;
import dev.farcall.annotation.RemoteError;
import dev.farcall.annotation.Transient;
import dev.farcall.call.CallException;
import dev.farcall.call.Outcome;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Classifies the ends of calls that no wire has classified: what an exception means. */
public final class Ends {

  private static final ClassValue<Outcome> BY_CLASS =
      new ClassValue<>() {
        @Override
        protected Outcome computeValue(Class<?> type) {
          return classify(type);
        }
      };

  private Ends() {}

  /**
   * The row of the outcome table of what was thrown. A {@link CallException} brings its own. An
   * exception marked {@code @Transient} is a failure that will pass; one marked {@code @Permanent}
   * or {@code @RemoteError} is an answer. One that tells of an interrupt or a cancellation says
   * nothing. All others are failures.
   */
  public static Outcome of(Throwable thrown) {
    Throwable end = unwrapped(thrown);
    return end instanceof CallException call ? call.outcome() : BY_CLASS.get(end.getClass());
  }

  /** What a stage failed with, without what stages wrap it in. */
  static Throwable unwrapped(Throwable thrown) {
    Throwable end = thrown;
    while ((end instanceof CompletionException || end instanceof ExecutionException)
        && end.getCause() != null) {
      end = end.getCause();
    }
    return end;
  }

  private static Outcome classify(Class<?> type) {
    if (type.isAnnotationPresent(Transient.class)) {
      return Outcome.TRANSIENT_ERROR;
    }
    if (type.isAnnotationPresent(Permanent.class) || type.isAnnotationPresent(RemoteError.class)) {
      return Outcome.DECLARED_ERROR;
    }
    return InterruptedException.class.isAssignableFrom(type)
            || CancellationException.class.isAssignableFrom(type)
        ? Outcome.CANCELLED
        : Outcome.SERVER_ERROR;
  }
}
