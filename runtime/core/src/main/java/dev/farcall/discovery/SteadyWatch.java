package dev.farcall.discovery;

import static java.util.Objects.requireNonNull;

import dev.farcall.time.InOrder;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a place that may fail one that does not: what was good last holds while it fails, and it
 * is asked again after a pause, soon at first and then each second or so, never all at once.
 *
 * <p>Entries that are missing are not always gone. After a failure the first answer may be of a
 * registry that has forgotten, or in which not all have entered themselves again; so what that
 * misses is kept for {@link #DOUBT}. And so it is where all are missing at once: to call those that
 * are gone costs no more than to call nobody. What goes otherwise goes at once.
 *
 * <p>All that happens does so in order, one thing at a time, and no lock is held while the place or
 * the sink is called: either may hold its own.
 *
 * @param <T> an entry
 */
final class SteadyWatch<T> implements AutoCloseable {

  /** How long entries are kept that may be there. */
  static final Duration DOUBT = Duration.ofSeconds(10);

  private static final System.Logger LOG = System.getLogger(SteadyWatch.class.getName());

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(1);

  /** A place that may fail. */
  @FunctionalInterface
  interface Source<T> {
    /** Tells until it fails or is closed. */
    AutoCloseable watch(Session<T> session);
  }

  /** Who wants to know. */
  interface Sink<T> {
    /** These are all. */
    void found(List<T> entries);

    /** Nothing is known yet, and why. */
    void unknown(String why);
  }

  private final String name;
  private final Source<T> source;
  private final Function<T, String> id;
  private final Time time;
  private final Sink<T> sink;
  private final InOrder inOrder = new InOrder();

  /** From here on nothing is told. */
  private volatile boolean closed;

  // Of whoever is in order.
  private @Nullable Session<T> session;
  private Map<String, T> entries = new LinkedHashMap<>();
  private boolean known;
  private boolean failing;
  private int failures;
  private Time.@Nullable Timer timer;
  private Time.@Nullable Timer doubt;

  /**
   * One.
   *
   * @param name of the place, for people
   * @param id what an entry is known by
   */
  SteadyWatch(String name, Source<T> source, Function<T, String> id, Time time, Sink<T> sink) {
    this.name = requireNonNull(name, "name");
    this.source = requireNonNull(source, "source");
    this.id = requireNonNull(id, "id");
    this.time = requireNonNull(time, "time");
    this.sink = requireNonNull(sink, "sink");
  }

  /** What was known before: by a file. Told if the place fails before it has answered. */
  void begin(List<T> remembered) {
    inOrder.execute(
        () -> {
          remembered.forEach(entry -> entries.put(id.apply(entry), entry));
          open();
        });
  }

  private void open() {
    if (!closed) {
      Session<T> next = new Session<>(this);
      session = next;
      next.handle = source.watch(next); // what it says meanwhile is heard after this
    }
  }

  /** One time of asking. What comes from one that is over is not heard. */
  static final class Session<T> {
    private final SteadyWatch<T> owner;
    private Set<String> seen = Set.of();
    private boolean answered;
    private @Nullable AutoCloseable handle;

    private Session(SteadyWatch<T> owner) {
      this.owner = owner;
    }

    /** These are all. */
    void found(Collection<T> all) {
      owner.inOrder.execute(() -> owner.found(this, all));
    }

    /** It cannot be told any more. */
    void failed(String why) {
      owner.inOrder.execute(() -> owner.failed(this, why));
    }

    private void end() {
      AutoCloseable open = handle;
      if (open == null) {
        return;
      }
      try {
        open.close();
      } catch (Exception unimportant) {
        LOG.log(System.Logger.Level.DEBUG, "a watch could not be closed", unimportant);
      }
    }
  }

  private void found(Session<T> from, Collection<T> all) {
    if (from != session || closed) {
      return;
    }
    Map<String, T> now = new LinkedHashMap<>();
    all.forEach(entry -> now.putIfAbsent(id.apply(entry), entry));
    if (failing) {
      LOG.log(System.Logger.Level.INFO, "{0} answers again: {1} entries", name, now.size());
      failing = false;
    }
    failures = 0;
    Set<String> before = from.answered ? from.seen : Set.of();
    from.seen = Set.copyOf(now.keySet());
    from.answered = true;
    Map<String, T> kept = known || !entries.isEmpty() ? doubtful(now, before) : Map.of();
    Map<String, T> next = new LinkedHashMap<>(now);
    next.putAll(kept);
    if (!kept.isEmpty()) {
      doubtLater();
    }
    tell(next);
  }

  /** Those that are missing, but perhaps not gone. */
  private Map<String, T> doubtful(Map<String, T> now, Set<String> seenBefore) {
    Map<String, T> kept = new LinkedHashMap<>();
    entries.forEach(
        (key, entry) -> {
          boolean wentWhileWeLooked = seenBefore.contains(key) && !now.isEmpty();
          if (!now.containsKey(key) && !wentWhileWeLooked) {
            kept.put(key, entry);
          }
        });
    return kept;
  }

  private void doubtLater() {
    if (doubt == null) {
      doubt = time.schedule(DOUBT, () -> inOrder.execute(this::settle));
    }
  }

  /** What is still missing is gone. */
  private void settle() {
    doubt = null;
    Session<T> current = session;
    if (closed) {
      return;
    }
    if (failing || current == null || !current.answered) {
      doubtLater(); // nobody knows
      return;
    }
    Map<String, T> next = new LinkedHashMap<>(entries);
    next.keySet().retainAll(current.seen);
    tell(next);
  }

  private void tell(Map<String, T> next) {
    boolean news = !known || !next.equals(entries);
    known = true;
    entries = next;
    if (news && !closed) {
      sink.found(List.copyOf(new ArrayList<>(next.values())));
    }
  }

  private void failed(Session<T> from, String why) {
    if (from != session || closed) {
      return;
    }
    session = null;
    from.end();
    if (!failing) {
      failing = true;
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} does not tell what there is: {1}. {2}",
          name,
          why,
          entries.isEmpty()
              ? "Nothing is known yet; it is asked again"
              : entries.size() + " entries known before hold; it is asked again");
    }
    if (!known && !entries.isEmpty()) {
      tell(entries);
    } else if (!known) {
      sink.unknown(why);
    }
    long pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(10, failures++));
    long jittered = (long) (pause * (0.5 + 0.5 * time.lot()));
    timer = time.schedule(jittered, () -> inOrder.execute(this::open));
  }

  @Override
  public void close() {
    closed = true;
    inOrder.execute(this::end);
  }

  private void end() {
    if (timer != null) {
      timer.cancel();
    }
    if (doubt != null) {
      doubt.cancel();
    }
    if (session != null) {
      session.end();
      session = null;
    }
  }
}
