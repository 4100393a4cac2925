package acme;

import dev.farcall.annotation.Remote;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Remote
public interface Ticks {

  // error: [FAR206] Ticks.reactive: Publisher<String> is no stream that can be sent. Use java.util.concurrent.Flow.Publisher, or Flux, Multi or Flowable.
  Publisher<String> reactive();

  // error: [FAR206] Ticks.submission: SubmissionPublisher<String> is no stream that can be sent. Use java.util.concurrent.Flow.Publisher, or Flux, Multi or Flowable.
  SubmissionPublisher<String> submission();

  // error: [FAR206] Ticks.ints: IntStream is no stream that can be sent. Use Stream<Integer>.
  IntStream ints();

  void longs(
      // error: [FAR206] Ticks.longs: LongStream is no stream that can be sent. Use Stream<Long>.
      LongStream longs);

  // error: [FAR206] Ticks.later: CompletionStage<Flow.Publisher<String>> is no stream that can be sent. Nothing can be around a stream: use Flow.Publisher<String> itself.
  CompletionStage<Flow.Publisher<String>> later();

  // error: [FAR206] Ticks.mono: Mono<Flux<String>> is no stream that can be sent. Nothing can be around a stream: use Flux<String> itself.
  Mono<Flux<String>> mono();

  // error: [FAR206] Ticks.maybe: Optional<Flow.Publisher<String>> is no stream that can be sent. Nothing can be around a stream: use Flow.Publisher<String> itself.
  Optional<Flow.Publisher<String>> maybe();

  // error: [FAR206] Ticks.lists: List<Stream<String>> is no stream that can be sent. Nothing can be around a stream: use Stream<String> itself.
  List<Stream<String>> lists();

  // error: [FAR206] Ticks.nested: Flow.Publisher<Flow.Publisher<String>> is no stream that can be sent. Nothing can be around a stream: use Flow.Publisher<String> itself.
  Flow.Publisher<Flow.Publisher<String>> nested();

  void several(
      // error: [FAR206] Ticks.several: Flow.Publisher<String>[] is no stream that can be sent. Nothing can be around a stream: use Flow.Publisher<String> itself.
      List<String> names, Flow.Publisher<String>[] publishers);

  // error: [FAR206] Ticks.nothing: Flow.Publisher<Void> is no stream that can be sent. It has no elements. Return CompletionStage<Void>.
  Flow.Publisher<Void> nothing();

  void sendNothing(
      // error: [FAR206] Ticks.sendNothing: Flow.Publisher<Void> is no stream that can be sent. It has no elements. Leave it out.
      Flow.Publisher<Void> nothing);

  // error: [FAR206] Ticks.absent: Stream<Optional<String>> is no stream that can be sent. An element is always there: leave out what is absent.
  Stream<Optional<String>> absent();

  void absents(
      // error: [FAR206] Ticks.absents: Flow.Publisher<OptionalInt> is no stream that can be sent. An element is always there: leave out what is absent.
      Flow.Publisher<OptionalInt> numbers);

  Stream<String> pulled(
      // error: [FAR206] Ticks.pulled: Stream<String> is no stream that can be sent. It is pulled by the thread that calls, which waits for the answer: use Flow.Publisher, or return a plain result.
      Stream<String> lines);

  CompletionStage<String> pulledLater(
      // error: [FAR206] Ticks.pulledLater: Stream<String> is no stream that can be sent. It is pulled by the thread that calls, which waits for the answer: use Flow.Publisher, or return a plain result.
      Stream<String> lines);

  // error: [FAR206] Ticks.bothWays: Stream<String> is no stream that can be sent. One thread cannot send a stream and pull another: return Flow.Publisher.
  Stream<String> bothWays(Flow.Publisher<String> lines);
}
