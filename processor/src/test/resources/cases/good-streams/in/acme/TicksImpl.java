package acme;

import dev.farcall.call.CallContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers. */
final class TicksImpl implements Ticks {

  @Override
  public Flow.Publisher<Tick> feed() {
    return watch("f", 3);
  }

  @Override
  public Flow.Publisher<Tick> watch(String symbol, long from) {
    return Lists.publisher(List.of(new Tick(symbol, from), new Tick(symbol, from + 1)));
  }

  @Override
  public Flow.Publisher<Integer> prices(Tick like) {
    return Lists.publisher(List.of((int) like.price(), 0, -1));
  }

  @Override
  public Stream<Tick> list(String symbol) {
    return Stream.of(new Tick(symbol, 1), new Tick(symbol, 2));
  }

  @Override
  public Stream<List<UUID>> pages() {
    return Stream.of(List.of(new UUID(0, 1)), List.of());
  }

  @Override
  public Flow.Publisher<Tick> wrapped() {
    return watch("w", 1);
  }

  @Override
  public int sum(Flow.Publisher<Integer> numbers) {
    return Lists.of(numbers).join().stream().mapToInt(each -> each).sum();
  }

  @Override
  public void push(Stream<Tick> ticks) throws TickRefused {
    List<Tick> all = ticks.toList();
    if (all.size() != 2) {
      throw new TickRefused(all.toString());
    }
  }

  @Override
  public CompletionStage<Tick> upload(
      String tenant, Flow.Publisher<Tick> ticks, CallContext context) {
    return Lists.of(ticks).thenApply(all -> new Tick(tenant, all.size()));
  }

  @Override
  public CompletableFuture<Void> uploadAll(Flow.Publisher<List<Tick>> ticks) {
    return Lists.of(ticks).thenApply(all -> null);
  }

  @Override
  public long count(Flow.Publisher<Tick> ticks) {
    return Lists.of(ticks).join().size();
  }

  @Override
  public Flow.Publisher<String> chat(Flow.Publisher<String> lines) {
    return Lists.publisher(Lists.of(lines).join().stream().map(each -> each + "!").toList());
  }

  @Override
  public long encoded(Stream<Long> numbers) {
    return numbers.mapToLong(each -> each).sum();
  }

  @Override
  public Flux<Tick> live(String symbol, CallContext context) {
    return new Flux<>(watch(symbol, 5));
  }

  @Override
  public Mono<Tick> last(String symbol) {
    return Mono.of(new Tick(symbol, 9));
  }

  @Override
  public Mono<Void> check() {
    return Mono.of(null);
  }

  @Override
  public Mono<Long> total(Flux<Long> numbers) {
    return new Mono<>(
        () -> Lists.of(numbers.publisher()).thenApply(all -> encoded(all.stream())));
  }

  @Override
  public Flux<String> echo(Flux<String> lines, CallContext context) {
    return new Flux<>(chat(lines.publisher()));
  }

  @Override
  public Flow.Publisher<Tick> watchOrNone(String symbol) {
    return watch(symbol, 7);
  }

  @Override
  public Flux<Tick> fluxOrNone(String symbol) {
    return new Flux<>(watch(symbol, 7));
  }

  @Override
  public Stream<Tick> listOrNone(String symbol) {
    return list(symbol);
  }

  @Override
  public Mono<Tick> lastOrNone(String symbol) {
    return last(symbol);
  }

  @Override
  public long countOrNone(Flow.Publisher<Tick> ticks) {
    return count(ticks);
  }
}
