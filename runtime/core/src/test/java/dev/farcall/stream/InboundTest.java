package dev.farcall.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Payload;
import dev.farcall.fixture.Await;
import dev.farcall.fixture.TextCodec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InboundTest {

  private static final Payload ELEMENT = Payload.of(TextCodec.TEXT, "a");

  /** A wire that gives, on its own thread, whatever it is asked for. */
  private static final class Wire implements Inbound.Source {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public void request(int elements) {
      asked.addAndGet(elements);
    }

    @Override
    public void cancel() {}

    int give(Inbound to) {
      int given = 0;
      while (asked.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        to.next(ELEMENT);
        given++;
      }
      return given;
    }
  }

  @Test
  void no_more_is_held_than_the_window_however_slow_the_subscriber_is_on_a_thread_of_its_own()
      throws Exception {
    Wire wire = new Wire();
    Inbound inbound = new Inbound(wire, 0);
    CountDownLatch slow = new CountDownLatch(1);
    CountDownLatch inside = new CountDownLatch(1);
    CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    inbound.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscribed.complete(subscription);
          }

          @Override
          public void onNext(Payload payload) {
            inside.countDown();
            try {
              slow.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }

          @Override
          public void onError(Throwable thrown) {}

          @Override
          public void onComplete() {}
        });
    inbound.next(ELEMENT);
    CompletableFuture<Void> asking =
        CompletableFuture.runAsync(() -> subscribed.join().request(Long.MAX_VALUE));
    inside.await();
    int given = 0;
    for (int i = 0; i < 100; i++) {
      given += wire.give(inbound);
    }
    assertThat(given).isBetween(1, Inbound.WINDOW);
    slow.countDown();
    Await.get(asking);
  }
}
