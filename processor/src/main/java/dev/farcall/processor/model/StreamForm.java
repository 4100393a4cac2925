package dev.farcall.processor.model;

/** How Java says that a method takes or gives a stream. */
public enum StreamForm {
  /** {@code Flow.Publisher<T>}. */
  PUBLISHER,
  /** {@code java.util.stream.Stream<T>}: whoever consumes it waits. */
  STREAM,
  /** A type of another library that is made of a publisher, as Reactor's {@code Flux<T>}. */
  ADAPTED
}
