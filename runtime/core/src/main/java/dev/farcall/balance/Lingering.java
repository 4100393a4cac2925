package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints that are not listed any more. Each is remembered for a while, in which it may come back
 * with all that is known of it, and is then let go, once. Guarded by whoever has it, whose lock the
 * end of that while takes too.
 */
final class Lingering {

  /** How long one is remembered. */
  static final Duration TIME = Duration.ofSeconds(10);

  private final Time time;
  private final Consumer<LiveEndpoint> over;
  private final Map<LiveEndpoint, Time.Timer> timers = new HashMap<>();

  /** The last that left under an id. */
  private final Map<String, LiveEndpoint> byId = new HashMap<>();

  /**
   * None.
   *
   * @param over is told, with no lock held, that the time of one is over; to {@link #remove} it
   */
  Lingering(Time time, Consumer<LiveEndpoint> over) {
    this.time = time;
    this.over = over;
  }

  void add(LiveEndpoint gone) {
    byId.put(gone.endpoint().id(), gone);
    timers.put(gone, time.schedule(TIME, () -> over.accept(gone)));
  }

  /** The last that left under an id; null if there is none, or its time is over. */
  @Nullable LiveEndpoint find(String id) {
    return byId.get(id);
  }

  /** It has come back, or is let go; false if it is not here any more. */
  boolean remove(LiveEndpoint endpoint) {
    Time.Timer timer = timers.remove(endpoint);
    if (timer == null) {
      return false;
    }
    timer.cancel();
    byId.remove(endpoint.endpoint().id(), endpoint);
    return true;
  }

  /** Lets go of all. */
  List<LiveEndpoint> removeAll() {
    List<LiveEndpoint> all = new ArrayList<>(timers.keySet());
    all.forEach(this::remove);
    return all;
  }
}
