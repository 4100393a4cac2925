package dev.farcall.samples.streams;

import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Safe;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** What shares cost: in each direction a stream, and in both. */
@Remote
public interface PriceService {

  /** The trades of a share, oldest first. */
  @Safe
  Stream<Trade> history(String symbol) throws UnknownSymbol;

  /** Takes trades as they come, and tells what they were together. */
  Summary upload(Stream<Trade> trades) throws UnknownSymbol;

  /**
   * The prices of the shares that the subscriptions name, the last one first. Who is slow gets the
   * newest price of each share and misses those between. Ends when the subscriptions do.
   */
  Flow.Publisher<Quote> quotes(Flow.Publisher<Subscription> subscriptions) throws UnknownSymbol;
}
