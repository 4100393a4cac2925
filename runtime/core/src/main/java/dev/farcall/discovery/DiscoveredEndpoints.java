package dev.farcall.discovery;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Endpoint;
import dev.farcall.spi.Discovery;
import dev.farcall.time.Time;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints that a place tells, steadily: what was good last holds while it fails. With a file
 * they are remembered beyond the end of the process, for a start while the place cannot be asked.
 */
public final class DiscoveredEndpoints implements AutoCloseable {

  private final Discovery place;
  private final Time time;
  private final @Nullable SnapshotFile file;
  private volatile @Nullable SteadyWatch<Endpoint> watch;

  /**
   * Those of a place, which is closed with this.
   *
   * @param file where they are remembered; null if nowhere
   * @param background writes the file
   */
  public DiscoveredEndpoints(Discovery place, @Nullable Path file, Time time, Executor background) {
    this.place = requireNonNull(place, "place");
    this.time = requireNonNull(time, "time");
    this.file = file == null ? null : new SnapshotFile(file, background);
  }

  /**
   * Begins to ask, once. Both are called by one thread at a time.
   *
   * @param found is given all endpoints, and all again when that has changed
   * @param unknown is told why there are none, as long as none are known
   */
  public void begin(Consumer<List<Endpoint>> found, Consumer<String> unknown) {
    SnapshotFile remembered = file;
    SteadyWatch<Endpoint> begun =
        Watches.ofEndpoints(
            place,
            time,
            new SteadyWatch.Sink<>() {
              @Override
              public void found(List<Endpoint> endpoints) {
                found.accept(endpoints);
                if (remembered != null && !endpoints.isEmpty()) {
                  remembered.write(endpoints);
                }
              }

              @Override
              public void unknown(String why) {
                unknown.accept(why);
              }
            });
    watch = begun;
    begun.begin(remembered == null ? List.of() : remembered.read());
  }

  @Override
  public void close() {
    SteadyWatch<Endpoint> open = watch;
    if (open != null) {
      open.close();
    }
    place.close();
  }

  @Override
  public String toString() {
    return place.toString();
  }
}
