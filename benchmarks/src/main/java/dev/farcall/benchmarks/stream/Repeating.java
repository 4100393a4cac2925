package dev.farcall.benchmarks.stream;

import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes elements as they are asked for, on the thread that asks. */
final class Repeating implements RepeatService {

  @Override
  public Flow.Publisher<Repeated> publish(Repeat repeat) {
    return subscriber -> subscriber.onSubscribe(new Emission(repeat, subscriber));
  }

  @Override
  public Stream<Repeated> pull(Repeat repeat) {
    return IntStream.range(0, repeat.times()).mapToObj(i -> new Repeated(repeat.message(), i));
  }

  /** Of one thread at a time, as the wire asks. */
  private static final class Emission implements Flow.Subscription {
    private final Repeat repeat;
    private final Flow.Subscriber<? super Repeated> to;
    private long demand;
    private int made;
    private boolean emitting;
    private boolean over;

    Emission(Repeat repeat, Flow.Subscriber<? super Repeated> to) {
      this.repeat = repeat;
      this.to = to;
    }

    @Override
    public void request(long n) {
      demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
      if (emitting) {
        return;
      }
      emitting = true;
      while (!over && demand > 0 && made < repeat.times()) {
        demand--;
        to.onNext(new Repeated(repeat.message(), made++));
      }
      emitting = false;
      if (!over && made == repeat.times()) {
        over = true;
        to.onComplete();
      }
    }

    @Override
    public void cancel() {
      over = true;
    }
  }
}
