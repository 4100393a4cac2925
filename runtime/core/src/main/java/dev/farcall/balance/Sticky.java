package dev.farcall.balance;

import dev.farcall.annotation.LoadBalanced;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.spi.LoadBalancer;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All to one, by lot, until that is not to be called any more; then to another one. */
final class Sticky implements LoadBalancer {

  @Override
  public String name() {
    return LoadBalanced.STICKY;
  }

  @Override
  public Picker picker(List<LiveEndpoint> endpoints, @Nullable Picker before) {
    LiveEndpoint held = before instanceof Held other ? other.current.get() : null;
    return new Held(
        endpoints.toArray(LiveEndpoint[]::new),
        held != null && endpoints.contains(held) ? held : null);
  }

  private static final class Held implements Picker {
    private final LiveEndpoint[] endpoints;
    private final AtomicReference<@Nullable LiveEndpoint> current;

    Held(LiveEndpoint[] endpoints, @Nullable LiveEndpoint first) {
      this.endpoints = endpoints;
      this.current = new AtomicReference<>(first);
    }

    @Override
    public LiveEndpoint pick(long now, long word) {
      LiveEndpoint held = current.get();
      if (held != null && held.isAvailable()) {
        return held;
      }
      LiveEndpoint other = endpoints[Words.upper(word, endpoints.length)];
      if (!other.isAvailable()) {
        return other; // the caller asks again, with another word
      }
      LiveEndpoint winner = current.compareAndExchange(held, other);
      return winner == held || winner == null ? other : winner;
    }
  }
}
