package acme;

import dev.farcall.annotation.Encoding;
import dev.farcall.annotation.Fallback;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Rpc;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Timeout;
import dev.farcall.call.CallContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every shape that a stream has. */
@Remote
@Timeout(stream = "1h")
public interface Ticks extends Feed<Tick> {
  /**
   * The prices of a share from now on.
   *
   * @param from the least price
   */
  Flow.Publisher<Tick> watch(String symbol, long from);

  /** A request that is a message, elements that are none. */
  Flow.Publisher<Integer> prices(Tick like);

  /** The same, pulled. */
  @Safe
  @Timeout(value = "1s", stream = "1m")
  @Retry
  Stream<Tick> list(String symbol);

  Stream<List<UUID>> pages();

  @Rpc(wrap = true)
  Flow.Publisher<Tick> wrapped();

  /** All elements, added. */
  int sum(
      /* What is added. */
      Flow.Publisher<Integer> numbers);

  void push(Stream<Tick> ticks) throws TickRefused;

  CompletionStage<Tick> upload(
      @Header("x-tenant") String tenant, Flow.Publisher<Tick> ticks, CallContext context);

  CompletableFuture<Void> uploadAll(Flow.Publisher<List<Tick>> ticks);

  @Rpc(wrap = true)
  long count(Flow.Publisher<Tick> ticks);

  Flow.Publisher<String> chat(Flow.Publisher<String> lines);

  long encoded(@Encoding(Encoding.Form.SIGNED) Stream<Long> numbers);

  Flux<Tick> live(String symbol, CallContext context);

  Mono<Tick> last(String symbol);

  @Safe
  Mono<Void> check();

  Mono<Long> total(Flux<Long> numbers);

  Flux<String> echo(Flux<String> lines, CallContext context);

  @Fallback(NoTicks.class)
  Flow.Publisher<Tick> watchOrNone(String symbol);

  @Fallback(NoTicks.class)
  Flux<Tick> fluxOrNone(String symbol);

  @Fallback(NoTicks.class)
  Stream<Tick> listOrNone(String symbol);

  @Fallback(NoTicks.class)
  Mono<Tick> lastOrNone(String symbol);

  @Fallback(NoTicks.class)
  long countOrNone(Flow.Publisher<Tick> ticks);
}
