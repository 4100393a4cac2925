package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.LiveEndpoint.Trouble;
import dev.farcall.time.Time;
import java.util.concurrent.TimeUnit;

/**
 * Finds out when an endpoint that could not be reached can be again: by a probe after a tenth of a
 * second, and then less and less often, down to one in three seconds. What comes back after more
 * than a moment is taken for a new process: nothing is held against it, and it begins slowly.
 */
final class Readmission {

  private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(3);
  private static final long MOMENT = TimeUnit.SECONDS.toNanos(1);

  private final EndpointGroup group;
  private final Attachment attachment;
  private final Time time;

  Readmission(EndpointGroup group, Attachment attachment, Time time) {
    this.group = group;
    this.attachment = attachment;
    this.time = time;
  }

  /** It cannot be reached any more. */
  void begin(LiveEndpoint endpoint) {
    next(endpoint, time.now(), FIRST);
  }

  private void next(LiveEndpoint endpoint, long since, long pause) {
    long withJitter = (long) (pause * (0.8 + 0.4 * time.lot()));
    time.schedule(withJitter, () -> probe(endpoint, since, pause));
  }

  private void probe(LiveEndpoint endpoint, long since, long pause) {
    if (!group.contains(endpoint)) {
      // Should it come back it is asked about by the first call that fails.
      endpoint.remove(Trouble.UNREACHABLE);
      return;
    }
    attachment
        .probe(endpoint)
        .thenAccept(
            reached -> {
              if (reached) {
                readmit(endpoint, since);
              } else {
                next(endpoint, since, Math.min(LONGEST, pause * 2));
              }
            });
  }

  private void readmit(LiveEndpoint endpoint, long since) {
    long now = time.now();
    if (now - since >= MOMENT) {
      endpoint.forget();
      endpoint.startSlowly(now);
    }
    endpoint.remove(Trouble.UNREACHABLE);
    group.changed();
  }
}
