package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One method of a served implementation: what is asked, and the code that answers. Made by
 * generated dispatchers; sealed by how it runs.
 */
public sealed interface Handler<Q, R> {

  /** The method that is answered. */
  Operation<Q, R> operation();

  /** Code that may block: runs on a virtual thread, or on the server's bounded pool. */
  static <Q, R> Handler<Q, R> blocking(Operation<Q, R> operation, Function<Q, R> function) {
    return new Blocking<>(operation, function);
  }

  /** Code that promises not to block: runs on the transport's event loop. */
  static <Q, R> Handler<Q, R> nonBlocking(Operation<Q, R> operation, Function<Q, R> function) {
    return new NonBlocking<>(operation, function);
  }

  /** Code that promises its answer: begins on the transport's event loop. */
  static <Q, R> Handler<Q, R> async(Operation<Q, R> operation, AsyncFunction<Q, R> function) {
    return new Async<>(operation, function);
  }

  /** Code that takes requests as they are, streams among them; it must not block. */
  static <Q, R> Handler<Q, R> raw(Operation<Q, R> operation, Channel channel) {
    return new Raw<>(operation, channel);
  }

  /** Answers, or throws what the method declares. */
  @FunctionalInterface
  interface Function<Q, R> {
    @Nullable R apply(Q request, CallContext context) throws Exception;
  }

  /** Promises an answer; the stage may fail with what the method declares. */
  @FunctionalInterface
  interface AsyncFunction<Q, R> {
    CompletionStage<R> apply(Q request, CallContext context) throws Exception;
  }

  /** See {@link Handler#blocking}. */
  record Blocking<Q, R>(Operation<Q, R> operation, Function<Q, R> function)
      implements Handler<Q, R> {
    public Blocking {
      requireNonNull(operation, "operation");
      requireNonNull(function, "function");
    }
  }

  /** See {@link Handler#nonBlocking}. */
  record NonBlocking<Q, R>(Operation<Q, R> operation, Function<Q, R> function)
      implements Handler<Q, R> {
    public NonBlocking {
      requireNonNull(operation, "operation");
      requireNonNull(function, "function");
    }
  }

  /** See {@link Handler#async}. */
  record Async<Q, R>(Operation<Q, R> operation, AsyncFunction<Q, R> function)
      implements Handler<Q, R> {
    public Async {
      requireNonNull(operation, "operation");
      requireNonNull(function, "function");
    }
  }

  /** See {@link Handler#raw}. */
  record Raw<Q, R>(Operation<Q, R> operation, Channel channel) implements Handler<Q, R> {
    public Raw {
      requireNonNull(operation, "operation");
      requireNonNull(channel, "channel");
    }
  }
}
