package acme;

import dev.farcall.annotation.Remote;
import dev.farcall.call.CallContext;
import java.util.Iterator;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

@Remote
public interface Jobs {
  // error: [FAR207] Jobs.run: Future<String> cannot be sent. Return CompletionStage<R>, or R itself.
  Future<String> run();

  // error: [FAR207] Jobs.all: Iterator<String> cannot be sent. It cannot be cancelled: use List<R>, or Flow.Publisher<R> or Stream<R> for a stream.
  Iterator<String> all();

  // error: [FAR207] Jobs.twice: CompletionStage<String> cannot be sent. Use the value itself.
  CompletionStage<CompletionStage<String>> twice();

  // error: [FAR207] Jobs.stages: CompletionStage<String> cannot be sent. Use the value itself.
  Flow.Publisher<CompletionStage<String>> stages();

  // error: [FAR207] Jobs.iterators: Iterator<String> cannot be sent. It cannot be cancelled: use List<R>, or Flow.Publisher<R> or Stream<R> for a stream.
  Stream<Iterator<String>> iterators();

  void call(
      // error: [FAR207] Jobs.call: Consumer<String> cannot be sent. Return the result: CompletionStage<R> for a callback, List<R> or Flow.Publisher<R> for several values.
      Consumer<String> done);

  void contexts(
      CallContext first,
      // error: [FAR207] Jobs.contexts: a second CallContext cannot be sent. One is enough: remove the other.
      CallContext second);
}
