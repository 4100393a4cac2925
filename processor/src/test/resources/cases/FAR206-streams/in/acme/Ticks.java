package acme;

import dev.farcall.annotation.Remote;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Remote
public interface Ticks {
  // error: [FAR206] Ticks.watch: Flow.Publisher<String> is a stream, and streams are not supported yet. Shapes that work: R m(…), CompletionStage<R> m(…) and CompletableFuture<R> m(…), where R and the parameters are values or collections of them.
  Flow.Publisher<String> watch();

  // error: [FAR206] Ticks.list: Stream<String> is a stream, and streams are not supported yet. Shapes that work: R m(…), CompletionStage<R> m(…) and CompletableFuture<R> m(…), where R and the parameters are values or collections of them.
  Stream<String> list();

  void push(
      // error: [FAR206] Ticks.push: Flow.Publisher<String> is a stream, and streams are not supported yet. Shapes that work: R m(…), CompletionStage<R> m(…) and CompletableFuture<R> m(…), where R and the parameters are values or collections of them.
      Flow.Publisher<String> ticks);
}
