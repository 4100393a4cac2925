package dev.farcall.balance;

import dev.farcall.call.LiveEndpoint;
import dev.farcall.call.LiveEndpoint.Trouble;
import dev.farcall.time.Time;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes an endpoint out for a time that fails where others do not: after five failures in a row at
 * once; and each ten seconds one whose part of good answers is less than the mean of all by 1.9
 * standard deviations, and by a twentieth at least, where five or more had a hundred calls. For 30
 * s times how often it happened, 300 s at most; that is forgotten by one with each ten seconds
 * without. Never more than a tenth of all, or one. (Envoy's and gRPC's outlier detection, with
 * their numbers; that what answers nearly as well as the others is never taken out, is ours.)
 *
 * <p>What is remembered of an endpoint is kept until it is gone for good: one that is taken out
 * while it is not listed for a moment is put back in its time all the same.
 *
 * <p>The state is guarded by this; calls come here only when they have failed.
 */
final class OutlierDetector implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(OutlierDetector.class.getName());

  private static final int CONSECUTIVE = 5;
  private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);
  private static final long EJECTION = TimeUnit.SECONDS.toNanos(30);
  private static final int MAX_TIMES = 10;
  private static final int MIN_ENDPOINTS = 5;
  private static final long MIN_CALLS = 100;
  private static final double DEVIATIONS = 1.9;
  private static final double MIN_DISTANCE = 0.05;
  private static final int MAX_EJECTED_PERCENT = 10;

  private final EndpointGroup group;
  private final Time time;
  private final Map<LiveEndpoint, History> histories = new HashMap<>();
  private int ejected;
  private Time.@Nullable Timer timer;
  private boolean closed;

  OutlierDetector(EndpointGroup group, Time time) {
    this.group = group;
    this.time = time;
  }

  /** What is remembered of an endpoint. */
  private static final class History {
    private long calls;
    private long failures;
    private int times;
    private boolean wasOut;

    /** While it is out. */
    private Time.@Nullable Timer revival;

    boolean isOut() {
      return revival != null;
    }

    void remember(LiveEndpoint endpoint) {
      calls = endpoint.calls();
      failures = endpoint.failureHundredths();
    }
  }

  /** The part of its calls in an interval that were good. */
  private record Rate(LiveEndpoint endpoint, double good) {}

  /** Begins to compare, if that has not begun. */
  synchronized void start() {
    if (timer == null && !closed) {
      schedule();
    }
  }

  private void schedule() {
    long pause = (long) (INTERVAL * (0.9 + 0.2 * time.lot()));
    timer = time.schedule(pause, this::compare);
  }

  /** A call to it has failed. */
  void failed(LiveEndpoint endpoint) {
    if (endpoint.consecutiveFailures() >= CONSECUTIVE && !endpoint.has(Trouble.EJECTED)) {
      eject(endpoint, CONSECUTIVE + " failures in a row");
    }
  }

  private void eject(LiveEndpoint endpoint, String why) {
    long nanos;
    synchronized (this) {
      List<LiveEndpoint> all = group.endpoints();
      int most = Math.max(1, all.size() * MAX_EJECTED_PERCENT / 100);
      if (closed || all.size() < 2 || ejected >= most || !group.contains(endpoint)) {
        return;
      }
      if (!endpoint.add(Trouble.EJECTED)) {
        return;
      }
      History history = histories.computeIfAbsent(endpoint, each -> new History());
      ejected++;
      history.wasOut = true;
      history.times = Math.min(MAX_TIMES, history.times + 1);
      nanos = EJECTION * history.times;
      history.revival = time.schedule(nanos, () -> revive(endpoint));
    }
    LOG.log(
        System.Logger.Level.INFO,
        "{0}: {1} is not called for {2} s: {3}",
        group,
        endpoint.endpoint(),
        TimeUnit.NANOSECONDS.toSeconds(nanos),
        why);
    group.changed();
  }

  private void revive(LiveEndpoint endpoint) {
    synchronized (this) {
      History history = histories.get(endpoint);
      if (history == null || !history.isOut() || closed) {
        return;
      }
      history.revival = null;
      history.remember(endpoint); // what was before is not judged again
      ejected--;
      endpoint.forget();
      endpoint.startSlowly(time.now());
      endpoint.remove(Trouble.EJECTED);
    }
    group.changed();
  }

  private void compare() {
    List<LiveEndpoint> outliers;
    double mean;
    synchronized (this) {
      if (closed) {
        return;
      }
      List<LiveEndpoint> all = group.endpoints();
      List<Rate> rates = rates(all);
      mean = rates.stream().mapToDouble(Rate::good).average().orElse(0);
      outliers = rates.size() < MIN_ENDPOINTS ? List.of() : below(rates, mean);
      schedule();
    }
    for (LiveEndpoint endpoint : outliers) {
      eject(endpoint, "it fails more often than others, of whose calls " + percent(mean) + " pass");
    }
  }

  private static String percent(double part) {
    return Math.round(part * 100) + " %";
  }

  /** It is gone, and does not come back. */
  synchronized void forget(LiveEndpoint endpoint) {
    History history = histories.remove(endpoint);
    if (history != null && history.revival != null) {
      history.revival.cancel();
      ejected--;
    }
  }

  /** Those of the interval that ends; the next one begins. */
  private List<Rate> rates(List<LiveEndpoint> all) {
    List<Rate> rates = new ArrayList<>();
    for (LiveEndpoint endpoint : all) {
      History history = histories.computeIfAbsent(endpoint, each -> new History());
      if (history.isOut()) {
        continue;
      }
      long calls = endpoint.calls() - history.calls;
      double failures = (endpoint.failureHundredths() - history.failures) / 100.0;
      history.remember(endpoint);
      if (!history.wasOut && history.times > 0) {
        history.times--; // an interval without
      }
      history.wasOut = false;
      if (calls >= MIN_CALLS) {
        rates.add(new Rate(endpoint, 1 - failures / calls));
      }
    }
    return rates;
  }

  private static List<LiveEndpoint> below(List<Rate> rates, double mean) {
    double variance =
        rates.stream()
            .mapToDouble(rate -> (rate.good() - mean) * (rate.good() - mean))
            .average()
            .orElse(0);
    double bound = mean - Math.max(MIN_DISTANCE, DEVIATIONS * Math.sqrt(variance));
    return rates.stream().filter(rate -> rate.good() < bound).map(Rate::endpoint).toList();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (timer != null) {
      timer.cancel();
    }
    for (History history : histories.values()) {
      if (history.revival != null) {
        history.revival.cancel();
      }
    }
  }
}
