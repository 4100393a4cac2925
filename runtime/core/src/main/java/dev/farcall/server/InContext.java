package dev.farcall.server;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.CallContext;
import java.util.concurrent.Flow;

/** Has the code of implementations that take or give streams run in the context of its call. */
final class InContext {

  private InContext() {}

  /** A subscriber of an implementation, whose signals come in the context. */
  static <T> Flow.Subscriber<T> signals(CallContext context, Flow.Subscriber<? super T> to) {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        context.run(() -> to.onSubscribe(subscription));
      }

      @Override
      public void onNext(T element) {
        context.run(() -> to.onNext(element));
      }

      @Override
      public void onError(Throwable thrown) {
        context.run(() -> to.onError(thrown));
      }

      @Override
      public void onComplete() {
        context.run(to::onComplete);
      }
    };
  }

  /** A subscriber that asks the publisher of an implementation in the context. */
  static <T> Flow.Subscriber<T> demand(CallContext context, Flow.Subscriber<T> from) {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        requireNonNull(subscription, "subscription");
        from.onSubscribe(
            new Flow.Subscription() {
              @Override
              public void request(long n) {
                context.run(() -> subscription.request(n));
              }

              @Override
              public void cancel() {
                context.run(subscription::cancel);
              }
            });
      }

      @Override
      public void onNext(T element) {
        from.onNext(element);
      }

      @Override
      public void onError(Throwable thrown) {
        from.onError(thrown);
      }

      @Override
      public void onComplete() {
        from.onComplete();
      }
    };
  }
}
