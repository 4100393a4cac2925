package dev.farcall.samples.streams;

import dev.farcall.annotation.Remote;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@link PriceService}, for those who do not wait. */
@Remote(of = PriceService.class)
public interface ReactivePriceService {

  Flux<Trade> history(String symbol) throws UnknownSymbol;

  Mono<Summary> upload(Flux<Trade> trades) throws UnknownSymbol;

  Flux<Quote> quotes(Flux<Subscription> subscriptions) throws UnknownSymbol;
}
