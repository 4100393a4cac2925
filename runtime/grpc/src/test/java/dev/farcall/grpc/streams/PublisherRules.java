package dev.farcall.grpc.streams;

import dev.farcall.call.Handler;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The rules of Reactive Streams for what a client gets from a wire. */
public abstract class PublisherRules extends FlowPublisherVerification<Long> {

  /** Of a machine that is busy with other tests. */
  static final long TIMEOUT_MILLIS = 5_000;

  static final long SILENCE_MILLIS = 25;

  private final StreamWire.Kind kind;
  private StreamWire wire;

  protected PublisherRules(StreamWire.Kind kind) {
    super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS), 2_000);
    this.kind = kind;
  }

  @BeforeClass
  public void open() {
    wire =
        kind.open(
            Handler.serverStream(
                Ticks.COUNT,
                (count, context) ->
                    count < 0 ? new Range(0, new Ticks.Halted(0)) : new Range(count)));
  }

  @AfterClass
  public void close() {
    wire.close();
  }

  @Override
  public Flow.Publisher<Long> createFlowPublisher(long elements) {
    return wire.bind(Ticks.COUNT).publish(elements);
  }

  @Override
  public Flow.Publisher<Long> createFailedFlowPublisher() {
    return wire.bind(Ticks.COUNT).publish(-1L);
  }

  /** None that is endless: what a number can count is asked for. */
  @Override
  public long maxElementsFromPublisher() {
    return Long.MAX_VALUE - 1;
  }
}
