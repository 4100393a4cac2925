package dev.farcall.stream;

import dev.farcall.call.GeneratedCode;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Streams that are pulled, made of publishers, and what answers in place of either. */
public final class Streams {

  private Streams() {}

  /**
   * The elements of a publisher, pulled by whoever consumes the stream, whose thread waits for
   * them. The publisher is subscribed to when the first element is asked for; {@link
   * BlockingStream#PREFETCH} are asked for ahead. What it fails with is thrown as it is, where the
   * stream is consumed. Closing the stream cancels the subscription; so does an interrupt of the
   * waiting thread, which keeps its flag and gets a {@code CANCELLED}.
   */
  public static <T> Stream<T> blocking(Flow.Publisher<T> publisher) {
    return blocking(publisher, () -> {});
  }

  /**
   * As {@link #blocking(Flow.Publisher)}.
   *
   * @param mayWait throws if the thread that is about to wait must not
   */
  public static <T> Stream<T> blocking(Flow.Publisher<T> publisher, Runnable mayWait) {
    BlockingStream<T> stream = new BlockingStream<>(publisher, mayWait);
    return StreamSupport.stream(stream, false).onClose(stream::close);
  }

  /**
   * What a call publishes, or a fallback in its place if it fails before its first element.
   *
   * @param fallback is told why, as {@link GeneratedCode#orElse} tells it; what it throws is what
   *     the subscriber gets
   */
  public static <T> Flow.Publisher<T> orElse(
      Flow.Publisher<T> call, Function<Throwable, ? extends Flow.Publisher<T>> fallback) {
    return new OrElsePublisher<>(call, fallback);
  }

  /**
   * What a call gives, or a fallback in its place if it fails before its first element. Closing it
   * closes whichever is consumed.
   *
   * @param fallback is told why
   */
  public static <T> Stream<T> orElse(
      Stream<T> call, Function<Throwable, ? extends Stream<T>> fallback) {
    OrElseStream<T> stream = new OrElseStream<>(call, fallback);
    return StreamSupport.stream(stream, false).onClose(stream::close);
  }
}
