package dev.farcall.grpc;

import dev.farcall.annotation.Code;
import dev.farcall.balance.EndpointGroup;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.Outcome;
import dev.farcall.time.Time;
import io.grpc.Attributes;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells an endpoint of the calls of other people's stubs: when they begin, answer and end. */
final class CallTracer extends ClientStreamTracer {

  private static final int CREATED = 1;
  private static final int ANSWERED = 2;
  private static final int CLOSED = 3;

  private final EndpointGroup group;
  private final LiveEndpoint endpoint;
  private final AtomicInteger phase = new AtomicInteger();
  private long start;

  private CallTracer(EndpointGroup group, LiveEndpoint endpoint) {
    this.group = group;
    this.endpoint = endpoint;
  }

  /** Makes one for each call. */
  static final class Factory extends ClientStreamTracer.Factory {
    private final EndpointGroup group;
    private final LiveEndpoint endpoint;

    Factory(EndpointGroup group, LiveEndpoint endpoint) {
      this.group = group;
      this.endpoint = endpoint;
    }

    @Override
    public ClientStreamTracer newClientStreamTracer(StreamInfo info, Metadata headers) {
      return new CallTracer(group, endpoint);
    }
  }

  @Override
  public void streamCreated(Attributes transport, Metadata headers) {
    if (phase.compareAndSet(0, CREATED)) {
      start = Time.system().now();
      endpoint.begin(start);
    }
  }

  @Override
  public void inboundMessage(int number) {
    if (phase.compareAndSet(CREATED, ANSWERED)) {
      endpoint.answered(start, Time.system().now(), Outcome.OK);
    }
  }

  @Override
  public void streamClosed(Status status) {
    int before = phase.getAndSet(CLOSED);
    if (before != CREATED && before != ANSWERED) {
      return;
    }
    Outcome outcome = outcome(status);
    if (before == CREATED) {
      endpoint.answered(start, Time.system().now(), outcome);
    }
    endpoint.end(outcome);
    group.ended(endpoint, outcome);
  }

  /** Who gives a call up, here, says nothing of the peer; a limit that ran out does. */
  private static Outcome outcome(Status status) {
    return switch (status.getCode()) {
      case CANCELLED -> Outcome.CANCELLED;
      case DEADLINE_EXCEEDED -> Outcome.OWN_LIMIT;
      case UNAVAILABLE -> status.getCause() == null ? Outcome.UNAVAILABLE : Outcome.CONNECTION_LOST;
      default -> Outcome.of(Code.of(status.getCode().value()));
    };
  }
}
