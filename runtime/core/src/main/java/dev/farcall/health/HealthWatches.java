package dev.farcall.health;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Channel;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.time.Time;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Follows how the endpoints of a target are; of one alone nobody wants to know, since it is called
 * anyhow. Up to a hundred say so themselves and are asked beside ({@code HealthWatch}). With more,
 * no streams are opened, only those are asked that calls have gone to since, and the more there are
 * the less often each: so the questions of a second, and the connections, do not grow with them.
 * Those that come together are first asked one after the other.
 *
 * <p>Safe for many threads.
 */
public final class HealthWatches implements AutoCloseable {

  private static final int MOST_STREAMS = 100;

  /** Is told. Must not block, nor call back. */
  public interface Listener {
    /** An endpoint is well from here on, or not. */
    void found(LiveEndpoint endpoint, boolean healthy);

    /** There is nobody. */
    void unreachable(LiveEndpoint endpoint);
  }

  private final Function<LiveEndpoint, Channel> way;
  private final HealthCheckOptions options;
  private final Time time;
  private final Listener listener;
  private final CheckLimit limit;
  private final Map<LiveEndpoint, HealthWatch> followed = new HashMap<>();
  private volatile int count;
  private boolean closed;

  /**
   * None yet.
   *
   * @param way to an endpoint
   */
  public HealthWatches(
      Function<LiveEndpoint, Channel> way,
      HealthCheckOptions options,
      Time time,
      Listener listener) {
    this.way = requireNonNull(way, "way");
    this.options = requireNonNull(options, "options");
    this.time = requireNonNull(time, "time");
    this.listener = requireNonNull(listener, "listener");
    this.limit = new CheckLimit(options.maxConcurrent());
  }

  /** These are all from here on. What was followed and is no more passes for well. */
  public void follow(List<LiveEndpoint> endpoints) {
    Map<LiveEndpoint, HealthWatch> gone;
    Map<LiveEndpoint, HealthWatch> come = new HashMap<>();
    synchronized (this) {
      count = endpoints.size();
      gone = new HashMap<>(followed);
      if (endpoints.size() > 1 && !closed) {
        endpoints.forEach(gone::remove);
        for (LiveEndpoint endpoint : endpoints) {
          if (!followed.containsKey(endpoint)) {
            come.put(endpoint, watch(endpoint));
          }
        }
      }
      followed.keySet().removeAll(gone.keySet());
      followed.putAll(come);
    }
    gone.values().forEach(HealthWatch::close);
    long each = options.interval().toNanos() / MOST_STREAMS;
    come.values().forEach(watch -> watch.begin(each * come.size()));
  }

  private HealthWatch watch(LiveEndpoint endpoint) {
    return new HealthWatch(
        way.apply(endpoint),
        options,
        limit,
        new Pace(endpoint),
        time,
        new HealthWatch.Listener() {
          @Override
          public void found(boolean healthy) {
            listener.found(endpoint, healthy);
          }

          @Override
          public void unreachable() {
            listener.unreachable(endpoint);
          }
        });
  }

  /** As often as may be with so many. */
  private final class Pace implements HealthWatch.Pace {
    private final LiveEndpoint endpoint;
    private volatile long calls;

    Pace(LiveEndpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public long interval() {
      return options.interval().toNanos() * Math.max(MOST_STREAMS, count) / MOST_STREAMS;
    }

    @Override
    public boolean isStreaming() {
      return count <= MOST_STREAMS;
    }

    @Override
    public boolean matters() {
      long before = calls;
      calls = endpoint.calls();
      return isStreaming() || calls != before || endpoint.inFlight() != 0;
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    follow(List.of());
  }
}
