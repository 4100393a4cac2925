package acme;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Publishers of lists, and lists of publishers. */
final class Lists {
  private Lists() {}

  static <T> Flow.Publisher<T> publisher(List<T> elements) {
    return subscriber -> {
      Iterator<T> left = elements.iterator();
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private boolean over;

            @Override
            public void request(long n) {
              for (long i = 0; i < n && left.hasNext(); i++) {
                subscriber.onNext(left.next());
              }
              if (!left.hasNext() && !over) {
                over = true;
                subscriber.onComplete();
              }
            }

            @Override
            public void cancel() {
              over = true;
            }
          });
    };
  }

  /** Its elements, at once if it gives them at once. */
  static <T> CompletableFuture<List<T>> of(Flow.Publisher<T> publisher) {
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    List<T> seen = new ArrayList<>();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(T element) {
            seen.add(element);
          }

          @Override
          public void onError(Throwable thrown) {
            all.completeExceptionally(thrown);
          }

          @Override
          public void onComplete() {
            all.complete(seen);
          }
        });
    return all;
  }
}
