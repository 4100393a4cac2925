package acme;

import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

final class NoTicks {
  private NoTicks() {}

  static Flow.Publisher<Tick> watchOrNone(String symbol) {
    return Lists.publisher(List.of());
  }

  static Flux<Tick> fluxOrNone(String symbol, Throwable why) {
    return new Flux<>(Lists.publisher(List.of()));
  }

  static Stream<Tick> listOrNone(String symbol) {
    return Stream.of();
  }

  static Mono<Tick> lastOrNone(String symbol) {
    return Mono.of(new Tick(symbol, 0));
  }

  static long countOrNone(Flow.Publisher<Tick> ticks) {
    return -1;
  }
}
