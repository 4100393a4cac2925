package dev.farcall.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.fixture.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPoolTest {

  private final List<BoundedPool> pools = new ArrayList<>();

  private BoundedPool pool(int threads, int queue) {
    BoundedPool pool = new BoundedPool(threads, queue);
    pools.add(pool);
    return pool;
  }

  @AfterEach
  void close() {
    pools.forEach(BoundedPool::close);
  }

  private static Runnable waitFor(CountDownLatch go, Runnable then) {
    return () -> {
      try {
        go.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      then.run();
    };
  }

  @Test
  void it_runs_as_many_as_it_has_threads_lets_as_many_wait_as_it_has_room_and_refuses_the_rest() {
    BoundedPool pool = pool(2, 3);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      assertThat(pool.offer(waitFor(go, done::incrementAndGet))).as("task %d", i).isTrue();
    }
    assertThat(pool.offer(() -> {})).isFalse();
    go.countDown();
    Await.until(() -> done.get() == 5);
    assertThat(pool.offer(done::incrementAndGet)).as("room again").isTrue();
    Await.until(() -> done.get() == 6);
  }

  @Test
  void it_starts_no_second_thread_while_one_is_idle() throws Exception {
    BoundedPool pool = pool(100, 0);
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    for (int i = 0; i < 50; i++) {
      CompletableFuture<Thread> ran = new CompletableFuture<>();
      assertThat(pool.offer(() -> ran.complete(Thread.currentThread()))).isTrue();
      Thread thread = Await.get(ran);
      seen.add(thread);
      Await.until(() -> thread.getState() != Thread.State.RUNNABLE); // waits for the next task
    }
    assertThat(seen).hasSize(1);
  }

  @Test
  void a_task_that_waits_for_another_gets_a_thread_for_it_however_deep() throws Exception {
    BoundedPool pool = pool(1, 0);
    assertThat(Await.get(nested(pool, 4))).isEqualTo(4);
  }

  private static CompletableFuture<Integer> nested(BoundedPool pool, int depth) {
    CompletableFuture<Integer> result = new CompletableFuture<>();
    boolean taken =
        pool.offer(() -> result.complete(depth == 0 ? 0 : nested(pool, depth - 1).join() + 1));
    if (!taken) {
      result.completeExceptionally(new IllegalStateException("refused at depth " + depth));
    }
    return result;
  }

  @Test
  void a_task_cannot_multiply_without_bounds() throws Exception {
    BoundedPool pool = pool(1, 0);
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Integer> taken = new CompletableFuture<>();
    pool.offer(
        () -> {
          int count = 0;
          for (int i = 0; i < 100; i++) {
            count += pool.offer(waitFor(go, () -> {})) ? 1 : 0;
          }
          taken.complete(count);
        });
    assertThat(Await.get(taken)).isEqualTo(1);
    go.countDown();
  }

  @Test
  void tasks_that_wait_for_each_other_all_have_a_thread() throws Exception {
    BoundedPool pool = pool(64, 0);
    for (int round = 0; round < 20; round++) {
      CyclicBarrier all = new CyclicBarrier(64);
      AtomicInteger met = new AtomicInteger();
      for (int i = 0; i < 64; i++) {
        assertThat(
                pool.offer(
                    () -> {
                      try {
                        all.await();
                        met.incrementAndGet();
                      } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                      }
                    }))
            .isTrue();
      }
      Await.until(() -> met.get() == 64);
      Await.until(() -> pool.inside() == 0); // there is no room to wait
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void no_task_is_forgotten_however_threads_fall_asleep(int threads) throws Exception {
    BoundedPool pool = pool(threads, 10);
    AtomicInteger done = new AtomicInteger();
    CompletableFuture<Integer> offered = new CompletableFuture<>();
    Thread producer =
        new Thread(
            () -> {
              for (int i = 0; i < 20_000; i++) {
                int before = done.get();
                if (!pool.offer(done::incrementAndGet)) {
                  break;
                }
                while (done.get() == before) { // and then the next, as the thread falls asleep
                  Thread.onSpinWait();
                }
              }
              offered.complete(done.get());
            });
    producer.setDaemon(true);
    producer.start();
    assertThat(Await.get(offered)).isEqualTo(20_000);
  }

  @Test
  void a_task_that_throws_or_is_interrupted_leaves_nothing_to_the_next() throws Exception {
    BoundedPool pool = pool(1, 10);
    CompletableFuture<Thread> thrower = new CompletableFuture<>();
    pool.offer(
        () -> {
          Thread self = Thread.currentThread();
          self.setUncaughtExceptionHandler((thread, thrown) -> thrower.complete(thread));
          self.interrupt();
          throw new IllegalStateException("a mistake");
        });
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<Thread> next = new CompletableFuture<>();
    pool.offer(
        () -> {
          interrupted.complete(Thread.currentThread().isInterrupted());
          next.complete(Thread.currentThread());
        });
    assertThat(Await.get(interrupted)).isFalse();
    assertThat(Await.get(next)).isSameAs(Await.get(thrower));
  }

  @Test
  void a_closed_pool_takes_nothing_and_interrupts_what_runs() throws Exception {
    BoundedPool pool = pool(1, 1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CountDownLatch running = new CountDownLatch(1);
    pool.offer(
        () -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.complete(true);
          }
        });
    running.await();
    pool.close();
    assertThat(Await.get(interrupted)).isTrue();
    assertThat(pool.offer(() -> {})).isFalse();
  }
}
