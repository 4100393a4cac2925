package dev.farcall.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.Cancellation;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Operation;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.fixture.TextCodec;
import dev.farcall.fixture.Texts;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.time.ManualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls that come at the moment at which the first list does: each of them is answered. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FirstCallsTest {

  private static final int ROUNDS = 300;
  private static final int CALLERS = 3;
  private static final int CALLS = 20;

  private static final Operation<String, String> GET = Texts.unary("Get").safe().build();

  private static Request request() {
    return Request.of(
        GET, Payload.of(TextCodec.TEXT, "x"), Metadata.EMPTY, Deadline.NONE, new Cancellation());
  }

  /** Waits until all threads of a round are there. */
  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void none_is_refused_that_comes_while_the_first_list_does() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      Queue<CompletableFuture<Response>> calls = new ConcurrentLinkedQueue<>();
      EndpointGroup group = new Places().group(new ManualTime());
      CyclicBarrier barrier = new CyclicBarrier(CALLERS + 1);
      List<Thread> threads = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        String strategy =
            List.of(LoadBalanced.CONSISTENT_HASH, LoadBalanced.ROUND_ROBIN, LoadBalanced.RANDOM)
                .get(caller);
        threads.add(
            new Thread(
                () -> {
                  LoadBalancedPolicy policy = new LoadBalancedPolicy(strategy, List.of());
                  Channel channel = new BalanceChannel(group, policy, "test");
                  meet(barrier);
                  for (int i = 0; i < CALLS; i++) {
                    calls.add(channel.send(request()).toCompletableFuture());
                  }
                }));
      }
      threads.forEach(Thread::start);
      meet(barrier);
      group.found(Places.endpoints(3));
      for (Thread thread : threads) {
        thread.join();
      }
      List<Failure> failures = new ArrayList<>();
      for (CompletableFuture<Response> call : calls) {
        Failure failure = call.join().failure();
        if (failure != null) {
          failures.add(failure);
        }
      }
      assertThat(failures).as("round %d", round).isEmpty();
      assertThat(calls).hasSize(CALLERS * CALLS);
    }
  }
}
