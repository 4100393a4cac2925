package dev.farcall.server;

import dev.farcall.call.CallException;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Passes a raw stream on: each element encoded here, where its failure keeps its status, and every
 * failure as a {@link CallException} that is fit to be seen.
 */
final class AnswerStream implements Flow.Subscriber<Payload> {

  private final Exchange<?, ?> exchange;
  private final Request request;
  private final Flow.Subscriber<? super Payload> subscriber;
  private Flow.@Nullable Subscription upstream;
  private boolean ended;

  AnswerStream(
      Exchange<?, ?> exchange, Request request, Flow.Subscriber<? super Payload> subscriber) {
    this.exchange = exchange;
    this.request = request;
    this.subscriber = subscriber;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    upstream = subscription;
    subscriber.onSubscribe(subscription);
  }

  @Override
  public void onNext(Payload payload) {
    if (ended) {
      return;
    }
    try {
      exchange.seal(request, payload);
    } catch (RuntimeException notEncodable) {
      if (upstream != null) {
        upstream.cancel();
      }
      onError(notEncodable);
      return;
    }
    subscriber.onNext(payload);
  }

  @Override
  public void onError(Throwable thrown) {
    if (!ended) {
      ended = true;
      subscriber.onError(CallException.of(Failures.thrown(request, thrown)));
    }
  }

  @Override
  public void onComplete() {
    if (!ended) {
      ended = true;
      subscriber.onComplete();
    }
  }
}
