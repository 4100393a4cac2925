package dev.farcall.server;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.CallContext;
import java.util.concurrent.Flow;

/** Has the code of implementations that take or give streams run in the context of its call. */
record InContext(CallContext context, Answering.Running running) {

  /** A subscriber of an implementation, whose signals come in the context. */
  <T> Flow.Subscriber<T> signals(Flow.Subscriber<? super T> to) {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        run(() -> to.onSubscribe(subscription));
      }

      @Override
      public void onNext(T element) {
        run(() -> to.onNext(element));
      }

      @Override
      public void onError(Throwable thrown) {
        run(() -> to.onError(thrown));
      }

      @Override
      public void onComplete() {
        run(to::onComplete);
      }
    };
  }

  /** A subscriber that asks the publisher of an implementation in the context. */
  <T> Flow.Subscriber<T> demand(Flow.Subscriber<T> from) {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        requireNonNull(subscription, "subscription");
        from.onSubscribe(
            new Flow.Subscription() {
              @Override
              public void request(long n) {
                run(() -> subscription.request(n));
              }

              @Override
              public void cancel() {
                run(subscription::cancel);
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

  private void run(Runnable code) {
    try {
      Object unused =
          running.run(
              context,
              () -> {
                code.run();
                return context;
              });
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Exception impossible) { // a Runnable declares none
      throw new IllegalStateException(impossible);
    }
  }
}
