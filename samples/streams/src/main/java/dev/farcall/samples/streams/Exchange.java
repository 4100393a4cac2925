package dev.farcall.samples.streams;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** The trades of some shares, in memory, and who follows their prices. */
public final class Exchange implements PriceService {

  private final Map<String, Deque<Trade>> trades;
  private final Set<Feed> feeds = ConcurrentHashMap.newKeySet();

  /** One that trades these shares only. */
  public Exchange(String... symbols) {
    trades =
        Stream.of(symbols)
            .collect(toUnmodifiableMap(each -> each, each -> new ConcurrentLinkedDeque<>()));
  }

  @Override
  public Stream<Trade> history(String symbol) throws UnknownSymbol {
    return of(symbol).stream();
  }

  @Override
  public Summary upload(Stream<Trade> uploaded) throws UnknownSymbol {
    return uploaded.map(this::take).reduce(Summary.NONE, Summary::plus);
  }

  private Summary take(Trade trade) {
    of(trade.symbol()).add(trade);
    feeds.forEach(feed -> feed.offer(quote(trade)));
    return Summary.of(trade);
  }

  @Override
  public Flow.Publisher<Quote> quotes(Flow.Publisher<Subscription> subscriptions) {
    return subscriber -> new Feed(this, subscriber).open(subscriptions);
  }

  /** The last price; empty if there was no trade yet. */
  Optional<Quote> last(String symbol) throws UnknownSymbol {
    return Optional.ofNullable(of(symbol).peekLast()).map(Exchange::quote);
  }

  private static Quote quote(Trade trade) {
    return new Quote(trade.symbol(), trade.price());
  }

  private Deque<Trade> of(String symbol) throws UnknownSymbol {
    return Optional.ofNullable(trades.get(symbol)).orElseThrow(() -> new UnknownSymbol(symbol));
  }

  void enter(Feed feed) {
    feeds.add(feed);
  }

  void leave(Feed feed) {
    feeds.remove(feed);
  }

  /** How many follow. */
  public int feeds() {
    return feeds.size();
  }
}
