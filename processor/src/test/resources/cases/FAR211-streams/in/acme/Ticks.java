package acme;

import dev.farcall.annotation.NonBlocking;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Tag;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Remote
public interface Ticks {
  // error: [FAR211] @NonBlocking on Ticks.watch has no effect: a method that returns a Flow.Publisher is taken to be non-blocking. Remove it.
  @NonBlocking
  Flow.Publisher<String> watch();

  // error: [FAR211] @NonBlocking on Ticks.later has no effect: a method that returns a CompletionStage is taken to be non-blocking. Remove it.
  @NonBlocking
  CompletableFuture<String> later();

  // error: [FAR211] @NonBlocking on Ticks.list has no effect: a Stream is pulled by a thread that waits for it. Use Flow.Publisher.
  @NonBlocking
  Stream<String> list();

  // error: [FAR211] @NonBlocking on Ticks.push has no effect: a Stream is pulled by a thread that waits for it. Use Flow.Publisher.
  @NonBlocking
  int push(Stream<String> lines);

  // error: [FAR211] @NonBlocking on Ticks.sum has no effect: the method waits for the end of the stream that it takes. Return CompletionStage.
  @NonBlocking
  int sum(Flow.Publisher<Integer> numbers);

  void tagged(
      // error: [FAR211] @Tag on Ticks.tagged(numbers) has no effect: each element is a message of its own. Remove it.
      @Tag(3) Flow.Publisher<Integer> numbers);
}
