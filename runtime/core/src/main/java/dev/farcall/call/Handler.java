package dev.farcall.call;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
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

  /**
   * Code that answers by a publisher: begins on the transport's event loop, where the publisher is
   * subscribed to once and asked for no more than the wire takes.
   */
  static <Q, R> Handler<Q, R> serverStream(
      Operation<Q, R> operation, StreamFunction<Q, R> function) {
    return new ServerStream<>(operation, function);
  }

  /**
   * Code that answers by a {@link Stream}: it runs, and its stream is pulled, where {@link
   * #blocking} code runs, while the wire takes more; the stream is closed at the end, whatever that
   * is. No thread is held while the wire takes nothing.
   */
  static <Q, R> Handler<Q, R> blockingServerStream(
      Operation<Q, R> operation, Function<Q, Stream<R>> function) {
    return new BlockingServerStream<>(operation, function);
  }

  /** Code that subscribes to its requests and promises its answer: begins on the event loop. */
  static <Q, R> Handler<Q, R> clientStream(
      Operation<Q, R> operation, AsyncFunction<Flow.Publisher<Q>, R> function) {
    return new ClientStream<>(operation, function);
  }

  /** Code that takes a stream of requests and may block: runs where {@link #blocking} code does. */
  static <Q, R> Handler<Q, R> blockingClientStream(
      Operation<Q, R> operation, Function<Flow.Publisher<Q>, R> function) {
    return new BlockingClientStream<>(operation, function);
  }

  /** Code that takes a stream and answers by another: begins on the transport's event loop. */
  static <Q, R> Handler<Q, R> bidiStream(
      Operation<Q, R> operation, StreamFunction<Flow.Publisher<Q>, R> function) {
    return new BidiStream<>(operation, function);
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

  /** Publishes its answers; the publisher may fail with what the method declares. */
  @FunctionalInterface
  interface StreamFunction<Q, R> {
    Flow.Publisher<R> apply(Q request, CallContext context) throws Exception;
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

  /** See {@link Handler#serverStream}. */
  record ServerStream<Q, R>(Operation<Q, R> operation, StreamFunction<Q, R> function)
      implements Handler<Q, R> {
    public ServerStream {
      requireNonNull(operation, "operation");
      requireNonNull(function, "function");
    }
  }

  /** See {@link Handler#blockingServerStream}. */
  record BlockingServerStream<Q, R>(Operation<Q, R> operation, Function<Q, Stream<R>> function)
      implements Handler<Q, R> {
    public BlockingServerStream {
      requireNonNull(operation, "operation");
      requireNonNull(function, "function");
    }
  }

  /** See {@link Handler#clientStream}. */
  record ClientStream<Q, R>(Operation<Q, R> operation, AsyncFunction<Flow.Publisher<Q>, R> function)
      implements Handler<Q, R> {
    public ClientStream {
      requireNonNull(operation, "operation");
      requireNonNull(function, "function");
    }
  }

  /** See {@link Handler#blockingClientStream}. */
  record BlockingClientStream<Q, R>(
      Operation<Q, R> operation, Function<Flow.Publisher<Q>, R> function) implements Handler<Q, R> {
    public BlockingClientStream {
      requireNonNull(operation, "operation");
      requireNonNull(function, "function");
    }
  }

  /** See {@link Handler#bidiStream}. */
  record BidiStream<Q, R>(Operation<Q, R> operation, StreamFunction<Flow.Publisher<Q>, R> function)
      implements Handler<Q, R> {
    public BidiStream {
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
