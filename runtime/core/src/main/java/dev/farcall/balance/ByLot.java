package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Each as likely as any other. */
final class ByLot implements LoadBalancer {

  @Override
  public String name() {
    return LoadBalanced.RANDOM;
  }

  @Override
  public Picker picker(List<LiveEndpoint> list, @Nullable Picker before) {
    LiveEndpoint[] endpoints = list.toArray(LiveEndpoint[]::new);
    return (now, word) -> endpoints[Words.upper(word, endpoints.length)];
  }
}
