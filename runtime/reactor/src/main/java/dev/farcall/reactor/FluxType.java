package dev.farcall.reactor;

import dev.farcall.spi.StreamType;
import java.util.concurrent.Flow;
import org.reactivestreams.Publisher;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;

/** Found by {@link java.util.ServiceLoader}: {@link Flux} as a stream. */
public final class FluxType implements StreamType {

  @Override
  public String name() {
    return "reactor.core.publisher.Flux";
  }

  @Override
  public Flux<?> from(Flow.Publisher<?> publisher) {
    return JdkFlowAdapter.flowPublisherToFlux(publisher);
  }

  @Override
  public Flow.Publisher<?> toPublisher(Object stream) {
    return JdkFlowAdapter.publisherToFlowPublisher((Publisher<?>) stream);
  }
}
