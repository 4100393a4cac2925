package dev.farcall.pipeline;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Payload;
import dev.farcall.wire.MessageCodec;
import java.util.concurrent.Flow;

/** Passes a stream of values on as payloads, which the wire encodes when it takes them. */
record EncodedElements<T>(MessageCodec<T> codec, Flow.Subscriber<? super Payload> subscriber)
    implements Flow.Subscriber<T> {

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscriber.onSubscribe(subscription);
  }

  @Override
  public void onNext(T element) {
    subscriber.onNext(Payload.of(codec, requireNonNull(element, "element")));
  }

  @Override
  public void onError(Throwable thrown) {
    subscriber.onError(thrown);
  }

  @Override
  public void onComplete() {
    subscriber.onComplete();
  }
}
