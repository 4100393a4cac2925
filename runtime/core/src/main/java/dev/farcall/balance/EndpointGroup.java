package dev.farcall.balance;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Endpoint;
import dev.farcall.call.Hashing;
import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.LiveEndpoint.Trouble;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.policy.LoadBalancedPolicy;
import dev.farcall.spi.LoadBalancer.Picker;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of one target as one client knows them. Told which there are ({@link #found}) and
 * how calls end, it knows which may be called, and keeps the pickers of each policy up to date.
 *
 * <p>What is known of an endpoint is kept as long as it is listed under the same id and address,
 * and ten seconds longer, in which it may come back; but not when it says that another process has
 * begun there. An endpoint that cannot be reached is passed over until a probe succeeds; one that
 * fails where others do not is ejected for a time.
 *
 * <p>Safe for many threads. Calls only read; changes are made one at a time, on the executor.
 */
public final class EndpointGroup implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EndpointGroup.class.getName());

  /** Where an endpoint says when it started: milliseconds since 1970. */
  public static final String STARTED = "farcall.started";

  /**
   * How a group is.
   *
   * @param name for people: the target
   * @param zone that of this client; empty if it is not known
   * @param subset how many endpoints it uses of those that there are; 0 for all
   * @param slowStart whether endpoints that come later get their share step by step
   */
  public record Options(String name, String zone, int subset, boolean slowStart) {}

  private final Options options;
  private final Time time;
  private final Attachment attachment;
  private final Rebuilds rebuilds;
  private final OutlierDetector outliers;
  private final Readmission readmission;
  private final long seed;
  private final ConcurrentMap<LoadBalancedPolicy, Spread> spreads = new ConcurrentHashMap<>();
  private final List<Consumer<List<LiveEndpoint>>> watchers = new CopyOnWriteArrayList<>();

  private volatile Members members = Members.UNKNOWN;

  // Guarded by this.
  /** Why there are no endpoints; null if there are, or while nothing is known. */
  private @Nullable String whyNone;

  private List<Endpoint> ranked = List.of();
  private Map<String, LiveEndpoint> byId = new LinkedHashMap<>();
  private final Lingering lingering;
  private List<Runnable> waiting = new ArrayList<>();

  /** Whether endpoints were listed, perhaps none. */
  private boolean known;

  /** Whether all pickers say something: a list, or why there is none. */
  private boolean told;

  private boolean closed;

  /** One that does not know anything yet. */
  public EndpointGroup(Options options, Attachment attachment, Time time, Executor executor) {
    this.options = requireNonNull(options, "options");
    this.time = requireNonNull(time, "time");
    this.attachment = requireNonNull(attachment, "attachment");
    this.rebuilds = new Rebuilds(this::rebuild, time, executor);
    this.outliers = new OutlierDetector(this, time);
    this.readmission = new Readmission(this, attachment, time);
    this.lingering = new Lingering(time, this::left);
    this.seed = time.word();
  }

  /** These are the endpoints from here on; perhaps none. */
  public void found(List<Endpoint> endpoints) {
    synchronized (this) {
      if (closed) {
        return;
      }
      ranked = ranked(endpoints);
      whyNone = endpoints.isEmpty() ? "it has none" : null;
    }
    rebuilds.now(); // so that whoever has told of them finds them called
    synchronized (this) {
      known = true;
    }
    outliers.start();
    tell();
  }

  /** It is not known what endpoints there are, for a reason; those that are known stay. */
  public void unknown(String why) {
    synchronized (this) {
      if (known || closed) {
        return;
      }
      whyNone = why;
    }
    rebuilds.now();
    tell();
  }

  /** Calls that wait go on: all pickers say something now. */
  private void tell() {
    List<Runnable> go;
    synchronized (this) {
      told = true;
      go = waiting;
      waiting = new ArrayList<>();
    }
    go.forEach(Runnable::run);
  }

  /**
   * An order that is the same at each time, and another one with each client: so not all begin with
   * the same endpoint, and each has a subset of its own.
   */
  private List<Endpoint> ranked(List<Endpoint> endpoints) {
    Map<String, Endpoint> unique = new LinkedHashMap<>();
    endpoints.forEach(endpoint -> unique.putIfAbsent(endpoint.id(), endpoint));
    record Ranked(long rank, Endpoint endpoint) {}
    return unique.values().stream()
        .map(each -> new Ranked(Words.next(Hashing.of(each.id()) ^ seed), each))
        .sorted(Comparator.comparingLong(Ranked::rank).thenComparing(each -> each.endpoint().id()))
        .map(Ranked::endpoint)
        .toList();
  }

  /** Takes those that are new, and lets go of those that are not listed. Holds the lock. */
  private Members settle() {
    if (ranked.isEmpty() && byId.isEmpty()) {
      return whyNone == null ? Members.UNKNOWN : Members.none(whyNone);
    }
    Map<String, LiveEndpoint> now = new LinkedHashMap<>();
    int wanted = options.subset() == 0 ? Integer.MAX_VALUE : options.subset();
    for (Endpoint endpoint : ranked) {
      if (wanted <= 0) {
        break;
      }
      LiveEndpoint live = live(endpoint);
      now.put(endpoint.id(), live);
      if (live.isAvailable()) {
        wanted--; // those that are not available are there beside, until they are
      }
    }
    byId.forEach(
        (id, before) -> {
          if (now.get(id) != before) {
            lingering.add(before);
          }
        });
    byId = now;
    return now.isEmpty()
        ? Members.none(requireNonNull(whyNone))
        : Members.of(List.copyOf(now.values()));
  }

  private LiveEndpoint live(Endpoint endpoint) {
    LiveEndpoint before = byId.get(endpoint.id());
    if (before == null) {
      before = lingering.find(endpoint.id());
    }
    boolean anew = before != null && Started.anew(before.endpoint(), endpoint);
    if (before != null && before.endpoint().isReachedAs(endpoint) && !anew) {
      lingering.remove(before);
      before.describe(endpoint);
      return before;
    }
    LiveEndpoint live = attachment.attach(endpoint);
    if (options.slowStart() && known && (anew || Started.recently(endpoint, time.wallMillis()))) {
      live.startSlowly(time.now());
    }
    return live;
  }

  /** It was not listed for long enough. */
  private void left(LiveEndpoint gone) {
    synchronized (this) {
      if (!lingering.remove(gone)) {
        return; // it has come back
      }
    }
    outliers.forget(gone);
    attachment.detach(gone);
  }

  /** Something has changed about who may be called. */
  void changed() {
    rebuilds.soon();
  }

  private void rebuild() {
    Members now;
    boolean over;
    synchronized (this) {
      now = settle();
      members = now;
      over = closed;
    }
    spreads.values().forEach(spread -> spread.rebuild(now));
    if (!over) {
      watchers.forEach(watcher -> watcher.accept(now.all()));
    }
  }

  /**
   * What calls of a policy are picked by.
   *
   * @throws IllegalArgumentException if there is no such strategy, or it cannot work with the
   *     endpoints that are known when it is asked for first
   */
  Spread spread(LoadBalancedPolicy policy) {
    Spread spread =
        spreads.computeIfAbsent(
            policy,
            wanted -> {
              Spread made = new Spread(wanted, options.zone());
              made.begin(members);
              return made;
            });
    if (!spread.pickers().members().equals(members)) {
      rebuilds.now(); // they changed before it was there to be told
    }
    return spread;
  }

  /** Runs when the pickers of each spread say whether there are endpoints; at once if they do. */
  void whenKnown(Runnable action) {
    synchronized (this) {
      if (!told) {
        waiting.add(action);
        return;
      }
    }
    action.run();
  }

  /** Why there are no endpoints, for people. */
  public String whyNone() {
    return whyNone(members);
  }

  /** Why there were none at that moment. */
  String whyNone(Members then) {
    boolean known = then.all().isEmpty() && then.isKnown();
    return "no endpoint of " + options.name() + (known ? ": " + then.note() : "");
  }

  /** A call to it has ended so: whether that says anything of the endpoint. */
  public void ended(LiveEndpoint endpoint, Outcome outcome) {
    switch (outcome.score()) {
      case UNREACHABLE -> unreachable(endpoint);
      case FAILURE -> outliers.failed(endpoint);
      case SUCCESS, DOUBTFUL, LATENCY, NEUTRAL -> {}
    }
  }

  /** It cannot be reached: it is passed over until it can. */
  public void unreachable(LiveEndpoint endpoint) {
    if (endpoint.add(Trouble.UNREACHABLE)) {
      LOG.log(System.Logger.Level.DEBUG, "{0}: {1} cannot be reached", this, endpoint.endpoint());
      changed();
      readmission.begin(endpoint);
    }
  }

  /** It can be reached, as whoever holds its connection knows. */
  public void reachable(LiveEndpoint endpoint) {
    readmission.reached(endpoint);
  }

  /** Its health check has found it well, or not. */
  public void checked(LiveEndpoint endpoint, boolean healthy) {
    boolean changed =
        healthy ? endpoint.remove(Trouble.UNHEALTHY) : endpoint.add(Trouble.UNHEALTHY);
    if (changed) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "{0}: {1} is {2}",
          this,
          endpoint.endpoint(),
          healthy ? "well" : "not well");
      changed();
    }
  }

  /** Whether it is one of them. */
  synchronized boolean contains(LiveEndpoint endpoint) {
    return byId.get(endpoint.endpoint().id()) == endpoint && !closed;
  }

  /** All that it uses, with those that are not to be called. */
  public List<LiveEndpoint> endpoints() {
    return members.all();
  }

  /** What is known of each. */
  public List<EndpointStatus> statuses() {
    long now = time.now();
    return endpoints().stream().map(live -> EndpointStatus.of(live, now)).toList();
  }

  /**
   * Whom a call would be sent to, and why. Asking moves what goes round on by one turn.
   *
   * @param key that of the call; strategies that have none take a word by lot
   * @param metadata what the call says beside, for splits that go by it
   * @throws IllegalArgumentException as {@link #spread}
   */
  public PickExplanation explain(
      LoadBalancedPolicy policy, @Nullable String key, Metadata metadata) {
    Spread spread = spread(policy);
    Pickers pickers = spread.pickers();
    Picker picker = pickers.of(metadata);
    long now = time.now();
    boolean keyed = spread.isKeyed() && key != null;
    long word = keyed ? Hashing.of(key) : time.word();
    LiveEndpoint picked = picker == null ? null : Choice.of(picker, now, word, keyed);
    return new PickExplanation(
        policy.toString(),
        options.name(),
        picker == null ? whyNone(pickers.members()) : pickers.members().note(),
        candidates(spread, spread.reach(pickers.members(), metadata), now),
        picked == null ? null : EndpointStatus.of(picked, now));
  }

  private List<PickCandidate> candidates(Spread spread, Reach reach, long now) {
    List<PickCandidate> candidates = new ArrayList<>();
    for (LiveEndpoint each : endpoints()) {
      EndpointStatus status = EndpointStatus.of(each, now);
      String score = spread.score(each, now);
      candidates.add(new PickCandidate(status, score, reach.isWithin(each), reach.note(each)));
    }
    for (Endpoint each : beyond()) {
      EndpointStatus status = EndpointStatus.of(new LiveEndpoint(each), now);
      candidates.add(new PickCandidate(status, "", false, "outside the subset"));
    }
    return candidates;
  }

  private synchronized List<Endpoint> beyond() {
    return ranked.stream().filter(each -> !byId.containsKey(each.id())).toList();
  }

  /** Tells of all that it uses, at each change, on the executor. */
  public void watch(Consumer<List<LiveEndpoint>> watcher) {
    watchers.add(watcher);
    watcher.accept(endpoints());
  }

  Time time() {
    return time;
  }

  /** Lets go of all endpoints; calls that come later are told so. */
  @Override
  public void close() {
    List<LiveEndpoint> gone;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      whyNone = "it was closed";
      gone = new ArrayList<>(byId.values());
      gone.addAll(lingering.removeAll());
      ranked = List.of();
      byId = new LinkedHashMap<>();
    }
    outliers.close();
    readmission.close();
    rebuilds.now();
    gone.forEach(attachment::detach);
    tell();
  }

  @Override
  public String toString() {
    return options.name();
  }
}
