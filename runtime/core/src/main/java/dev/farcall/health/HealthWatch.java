package dev.farcall.health;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Channel;
import dev.farcall.call.Outcome;
import dev.farcall.health.HealthClient.Finding;
import dev.farcall.time.InOrder;
import dev.farcall.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Follows how one peer is. Where the wire has streams the peer says so itself, the moment it
 * changes ({@code Watch}), and that holds at once. Beside that it is asked, each three seconds or
 * so ({@code Check}), also while a stream is open: a peer that hangs says nothing on it. Of answers
 * that are bad or do not come in time, and of streams that break, it takes two in a row to find
 * that it is not well, and one good answer to find that it is. What fails is tried again less and
 * less often, down to a quarter. A peer that knows neither is well, and is not asked again.
 *
 * <p>Guarded by this.
 */
final class HealthWatch implements AutoCloseable {

  /** Wants to know. Called by one thread at a time, in order, with no lock held. */
  interface Listener {
    /** It is well from here on, or not. */
    void found(boolean healthy);

    /** Nobody is there. */
    void unreachable();
  }

  /** How often it is asked. */
  interface Pace {
    /** Nanoseconds from question to question. */
    long interval();

    /** Whether it may say so itself. */
    boolean isStreaming();

    /** Whether it matters at all how it is, as long as nothing is known against it. */
    boolean matters();
  }

  private final Channel channel;
  private final HealthCheckOptions options;
  private final CheckLimit limit;
  private final Pace pace;
  private final Time time;
  private final Listener listener;
  private final InOrder news = new InOrder();

  private final Verdict verdict;
  private final Pauses checkPauses;
  private final Pauses streamPauses;

  /** Whether the peer knows how to, as far as we know. */
  private boolean streams = true;

  private boolean checks = true;

  private @Nullable HealthStream stream;
  private Time.@Nullable Timer streamTimer;
  private Time.@Nullable Timer checkTimer;
  private boolean closed;

  /**
   * One.
   *
   * @param channel to the peer
   * @param limit what bounds the questions on their way to all peers
   */
  HealthWatch(
      Channel channel,
      HealthCheckOptions options,
      CheckLimit limit,
      Pace pace,
      Time time,
      Listener listener) {
    this.channel = requireNonNull(channel, "channel");
    this.options = requireNonNull(options, "options");
    this.limit = requireNonNull(limit, "limit");
    this.pace = requireNonNull(pace, "pace");
    this.time = requireNonNull(time, "time");
    this.listener = requireNonNull(listener, "listener");
    this.verdict = new Verdict(options);
    this.checkPauses = new Pauses(time);
    this.streamPauses = new Pauses(time);
  }

  /** Begins, at some moment within so many nanoseconds. */
  synchronized void begin(long within) {
    streamTimer = time.schedule((long) (within * time.lot()), this::start);
  }

  private void start() {
    synchronized (this) {
      streamTimer = null;
    }
    if (pace.isStreaming()) {
      checkLater();
      stream();
    } else {
      check();
    }
  }

  private void stream() {
    HealthStream next = new HealthStream(new Told());
    synchronized (this) {
      streamTimer = null;
      if (closed || !streams || stream != null || !pace.isStreaming()) {
        return;
      }
      stream = next;
    }
    limit.enter(
        () -> {
          if (isOpen(next)) {
            next.open(channel, options.timeout(), time);
          } else {
            limit.leave();
          }
        });
  }

  private synchronized boolean isOpen(HealthStream asked) {
    return stream == asked && !closed;
  }

  /** What comes of a stream. */
  private final class Told implements HealthStream.Listener {
    private boolean begun;

    @Override
    public void begun() {
      begun = true;
      limit.leave();
    }

    @Override
    public void told(Finding finding) {
      HealthWatch.this.told(finding);
      news.run();
    }

    @Override
    public void ended(Outcome outcome, Finding finding) {
      if (!begun) {
        limit.leave();
      }
      boolean asked = HealthWatch.this.ended(outcome, finding);
      news.run();
      if (asked) {
        check();
      }
    }
  }

  /** The peer says so itself. */
  private synchronized void told(Finding finding) {
    if (!closed && finding != Finding.NOT_TOLD) {
      streamPauses.succeeded();
      verdict.set(finding == Finding.WELL);
      tell();
    }
  }

  /** Whether it is to be asked now, since it does not say so itself. */
  private synchronized boolean ended(Outcome outcome, Finding finding) {
    if (closed) {
      return false;
    }
    stream = null;
    if (finding == Finding.NOT_TOLD) {
      streams = false;
      return checks;
    }
    streamPauses.failed();
    if (outcome.score() == Outcome.Score.UNREACHABLE) {
      news.add(listener::unreachable);
    } else if (outcome != Outcome.OK) { // it may end well, as that of a server does that stops
      add(false);
    }
    streamTimer = time.schedule(streamPauses.next(pace.interval()), this::stream);
    return false;
  }

  private void add(boolean well) {
    verdict.add(well);
    tell();
  }

  private void tell() {
    boolean healthy = verdict.isHealthy();
    news.add(() -> listener.found(healthy));
  }

  private void check() {
    if (isDue()) {
      limit.enter(this::ask);
    } else {
      checkLater();
    }
  }

  private synchronized boolean isDue() {
    cancel(checkTimer);
    return pace.matters() || !verdict.isHealthy();
  }

  private void ask() {
    if (isClosed()) {
      limit.leave();
      return;
    }
    HealthClient.check(channel, options.timeout(), time)
        .thenAccept(
            finding -> {
              limit.leave();
              checked(finding);
            });
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void checked(Finding finding) {
    boolean again = answered(finding);
    news.run();
    if (again) {
      checkLater();
      if (isWithoutStream()) {
        stream();
      }
    }
  }

  /** Where there were too many peers for streams, and are not any more. */
  private synchronized boolean isWithoutStream() {
    return streams && stream == null && streamTimer == null;
  }

  /** Whether it is to be asked again. */
  private synchronized boolean answered(Finding finding) {
    if (closed) {
      return false;
    }
    switch (finding) {
      case WELL, NOT_WELL -> {
        checkPauses.succeeded();
        add(finding == Finding.WELL);
      }
      case FAILED -> {
        checkPauses.failed();
        add(false);
      }
      case UNREACHABLE -> {
        checkPauses.failed();
        news.add(listener::unreachable);
      }
      case NOT_TOLD -> {
        checks = false;
        if (!streams) {
          verdict.set(true);
          tell();
        }
      }
    }
    return checks;
  }

  private synchronized void checkLater() {
    if (!closed && checks) {
      cancel(checkTimer);
      checkTimer = time.schedule(checkPauses.next(pace.interval()), this::check);
    }
  }

  private static void cancel(Time.@Nullable Timer timer) {
    if (timer != null) {
      timer.cancel();
    }
  }

  /** Nobody says that it is not well any more: that is told last. */
  @Override
  public void close() {
    HealthStream open;
    synchronized (this) {
      if (!closed) {
        news.add(() -> listener.found(true));
      }
      closed = true;
      open = stream;
      cancel(streamTimer);
      cancel(checkTimer);
    }
    if (open != null) {
      open.close();
    }
    news.run();
  }
}
