package dev.farcall.spi;

import java.util.concurrent.Flow;

/**
 * Found by {@link java.util.ServiceLoader}: a type of somebody else's library that is a stream, so
 * that methods of remote interfaces may take and give it where they could a {@link Flow.Publisher}.
 * For many threads at once.
 */
public interface StreamType {

  /** The full name of the type, as in {@code reactor.core.publisher.Flux}. */
  String name();

  /** The type around a publisher, which is subscribed to when, and as often as, it is. */
  Object from(Flow.Publisher<?> publisher);

  /** A publisher of what the stream emits. */
  Flow.Publisher<?> toPublisher(Object stream);
}
