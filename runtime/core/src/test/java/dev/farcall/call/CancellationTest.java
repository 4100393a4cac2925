package dev.farcall.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.call.Cancellation.Reason;
import dev.farcall.fixture.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final Cancellation cancellation = new Cancellation();
  private final List<Reason> heard = new ArrayList<>();

  @Test
  void the_first_reason_wins() {
    cancellation.onCancel(heard::add);
    assertThat(cancellation.cancel(Reason.OWN_LIMIT)).isTrue();
    assertThat(cancellation.cancel(Reason.CALLER)).isFalse();
    assertThat(heard).containsExactly(Reason.OWN_LIMIT);
    assertThat(cancellation.reason()).isEqualTo(Reason.OWN_LIMIT);
  }

  @Test
  void who_listens_too_late_is_told_at_once() {
    cancellation.cancel(Reason.CALLER);
    cancellation.onCancel(heard::add);
    assertThat(heard).containsExactly(Reason.CALLER);
  }

  @Test
  void a_removed_listener_hears_nothing_wherever_it_stood() {
    List<Integer> order = new ArrayList<>();
    List<Cancellation.Listener> listeners = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      listeners.add(cancellation.onCancel(reason -> order.add(number)));
    }
    listeners.get(4).remove(); // the head
    listeners.get(2).remove(); // in the middle
    listeners.get(0).remove(); // the tail
    listeners.get(2).remove(); // again
    cancellation.cancel(Reason.CALLER);
    assertThat(order).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void a_child_follows_its_parent_until_it_is_detached() {
    Cancellation child = cancellation.child();
    Cancellation detached = cancellation.child();
    detached.detach();
    cancellation.cancel(Reason.INHERITED_LIMIT);
    assertThat(child.reason()).isEqualTo(Reason.INHERITED_LIMIT);
    assertThat(detached.isCancelled()).isFalse();
  }

  @Test
  void a_parent_does_not_follow_its_child() {
    cancellation.child().cancel(Reason.CALLER);
    assertThat(cancellation.isCancelled()).isFalse();
  }

  @Test
  void listeners_that_race_with_the_cancellation_are_each_told_once() throws Exception {
    for (int round = 0; round < 200; round++) {
      Cancellation raced = new Cancellation();
      int threads = 4;
      int each = 50;
      AtomicInteger told = new AtomicInteger();
      CyclicBarrier begin = new CyclicBarrier(threads + 1);
      List<CompletableFuture<Void>> done = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        done.add(
            CompletableFuture.runAsync(
                () -> {
                  await(begin);
                  for (int i = 0; i < each; i++) {
                    raced.onCancel(reason -> told.incrementAndGet());
                    raced.onCancel(reason -> {}).remove();
                  }
                },
                task -> new Thread(task).start()));
      }
      await(begin);
      raced.cancel(Reason.CALLER);
      for (CompletableFuture<Void> thread : done) {
        Await.get(thread);
      }
      assertThat(told).hasValue(threads * each);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
