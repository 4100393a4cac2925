package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.LiveEndpoint.Trouble;
import dev.farcall.time.Time;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds out when an endpoint that could not be reached can be again: by a probe after a tenth of a
 * second, and then less and less often, down to one in three seconds. What comes back after more
 * than a moment is taken for a new process: nothing is held against it, and it begins slowly.
 */
final class Readmission implements AutoCloseable {

  private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(3);
  private static final long MOMENT = TimeUnit.SECONDS.toNanos(1);

  private final EndpointGroup group;
  private final Attachment attachment;
  private final Time time;
  private final Map<LiveEndpoint, Long> lostAt = new ConcurrentHashMap<>();
  private final Map<LiveEndpoint, Time.Timer> timers = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Readmission(EndpointGroup group, Attachment attachment, Time time) {
    this.group = group;
    this.attachment = attachment;
    this.time = time;
  }

  /** It cannot be reached any more. */
  void begin(LiveEndpoint endpoint) {
    lostAt.put(endpoint, time.now());
    next(endpoint, FIRST);
  }

  private void next(LiveEndpoint endpoint, long pause) {
    long withJitter = (long) (pause * (0.8 + 0.4 * time.lot()));
    Time.Timer timer = time.schedule(withJitter, () -> probe(endpoint, pause));
    cancel(timers.put(endpoint, timer));
    if (closed) {
      close(); // it was closed meanwhile
    }
  }

  private void probe(LiveEndpoint endpoint, long pause) {
    timers.remove(endpoint);
    if (!endpoint.has(Trouble.UNREACHABLE)) {
      return; // somebody else has found out
    }
    if (!group.contains(endpoint)) {
      // Should it come back it is asked about by the first call that fails.
      lostAt.remove(endpoint);
      endpoint.remove(Trouble.UNREACHABLE);
      return;
    }
    attachment
        .probe(endpoint)
        .thenAccept(
            reached -> {
              if (reached) {
                reached(endpoint);
              } else if (!closed) {
                next(endpoint, Math.min(LONGEST, pause * 2));
              }
            });
  }

  private static void cancel(Time.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  /** It can be reached. */
  void reached(LiveEndpoint endpoint) {
    cancel(timers.remove(endpoint));
    Long since = lostAt.remove(endpoint);
    long now = time.now();
    if (since != null && now - since >= MOMENT) {
      endpoint.forget();
      endpoint.startSlowly(now);
    }
    if (endpoint.remove(Trouble.UNREACHABLE)) {
      group.changed();
    }
  }

  @Override
  public void close() {
    closed = true;
    timers.values().forEach(Time.Timer::cancel);
    timers.clear();
  }
}
