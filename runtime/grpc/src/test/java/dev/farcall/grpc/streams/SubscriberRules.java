package dev.farcall.grpc.streams;

import dev.farcall.call.Handler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams for what subscribes to the publishers that a wire is given. */
public abstract class SubscriberRules extends FlowSubscriberBlackboxVerification<Long> {

  private final StreamWire.Kind kind;
  private StreamWire wire;

  protected SubscriberRules(StreamWire.Kind kind) {
    super(new TestEnvironment(PublisherRules.TIMEOUT_MILLIS, PublisherRules.SILENCE_MILLIS));
    this.kind = kind;
  }

  /** Gives a publisher to a wire. */
  protected abstract void give(StreamWire wire, Flow.Publisher<Long> publisher);

  /** What a server answers the call with that {@link #give} makes. */
  protected abstract Handler<Long, Long> handler();

  @BeforeClass
  public void open() {
    wire = kind.open(handler());
  }

  @AfterClass
  public void close() {
    wire.close();
  }

  @Override
  public Flow.Subscriber<Long> createFlowSubscriber() {
    CompletableFuture<Flow.Subscriber<? super Long>> subscribed = new CompletableFuture<>();
    give(wire, subscribed::complete);
    @SuppressWarnings("unchecked") // it takes numbers
    Flow.Subscriber<Long> subscriber =
        (Flow.Subscriber<Long>) subscribed.orTimeout(10, TimeUnit.SECONDS).join();
    return subscriber;
  }

  @Override
  public Long createElement(int element) {
    return (long) element;
  }

  /** Of requests, on the side of the client. */
  public abstract static class OfRequests extends SubscriberRules {
    protected OfRequests(StreamWire.Kind kind) {
      super(kind);
    }

    @Override
    protected Handler<Long, Long> handler() {
      return Handler.clientStream(
          Ticks.SUM,
          (numbers, context) -> {
            numbers.subscribe(new Collected<>(Long.MAX_VALUE));
            return new CompletableFuture<>();
          });
    }

    @Override
    protected void give(StreamWire wire, Flow.Publisher<Long> publisher) {
      var unused = wire.bind(Ticks.SUM).startWith(publisher);
    }
  }

  /** Of answers, on the side of the server. */
  public abstract static class OfAnswers extends SubscriberRules {
    private volatile Flow.Publisher<Long> next;

    protected OfAnswers(StreamWire.Kind kind) {
      super(kind);
    }

    @Override
    protected Handler<Long, Long> handler() {
      return Handler.serverStream(Ticks.COUNT, (count, context) -> next);
    }

    @Override
    protected void give(StreamWire wire, Flow.Publisher<Long> publisher) {
      next = publisher;
      wire.bind(Ticks.COUNT).publish(1L).subscribe(new Collected<>(Long.MAX_VALUE));
    }
  }
}
