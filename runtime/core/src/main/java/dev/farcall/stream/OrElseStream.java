package dev.farcall.stream;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.GeneratedCode;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a stream, or of another in its place if it fails before its first: what has been
 * given cannot be taken back. One thread consumes it.
 */
final class OrElseStream<T> implements Spliterator<T> {

  private final Function<Throwable, ? extends Stream<T>> fallback;
  private Stream<T> source;
  private Spliterator<T> elements;

  /** Whether no other source can take over any more. */
  private boolean settled;

  OrElseStream(Stream<T> call, Function<Throwable, ? extends Stream<T>> fallback) {
    this.fallback = requireNonNull(fallback, "fallback");
    this.source = call;
    this.elements = call.spliterator();
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    requireNonNull(action, "action");
    if (settled) {
      return elements.tryAdvance(action);
    }
    try {
      return elements.tryAdvance(
          element -> {
            settled = true;
            action.accept(element);
          });
    } catch (Throwable thrown) { // what a method declares among them, which is not declared here
      if (settled || !GeneratedCode.fallsBack(thrown)) {
        throw thrown;
      }
      takeOver(requireNonNull(fallback.apply(thrown), "what a fallback returned"));
      return elements.tryAdvance(action);
    }
  }

  private void takeOver(Stream<T> other) {
    settled = true;
    source.close();
    source = other;
    elements = other.spliterator();
  }

  void close() {
    source.close();
  }

  @Override
  public @Nullable Spliterator<T> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED | NONNULL;
  }
}
