package dev.farcall.health;

import static java.util.Objects.requireNonNull;

import dev.farcall.call.Cancellation;
import dev.farcall.call.Cancellation.Reason;
import dev.farcall.call.Channel;
import dev.farcall.call.Deadline;
import dev.farcall.call.Failure;
import dev.farcall.call.Metadata;
import dev.farcall.call.Outcome;
import dev.farcall.call.Payload;
import dev.farcall.call.Request;
import dev.farcall.call.Response;
import dev.farcall.health.HealthClient.Finding;
import dev.farcall.time.Time;
import java.time.Duration;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Follows how one peer is. Where the wire has streams the peer says so itself, the moment it
 * changes ({@code Watch}); else, or if it does not know that, it is asked each three seconds or so
 * ({@code Check}). What it says holds at once; of answers that fail it takes two in a row to find
 * that it is not well, and one good one to find that it is. A peer that knows neither is well, and
 * is not asked again.
 *
 * <p>Guarded by this.
 */
public final class HealthWatch implements AutoCloseable {

  /** Wants to know. Called by one thread at a time. */
  public interface Listener {
    /** It is well from here on, or not. */
    void found(boolean healthy);

    /** Nobody is there. */
    void unreachable();
  }

  private static final long INTERVAL = Duration.ofSeconds(3).toNanos();
  private static final int BAD = 2;

  private final Channel channel;
  private final Time time;
  private final Listener listener;
  private boolean streams = true;
  private int bad;
  private @Nullable Cancellation stream;
  private Time.@Nullable Timer timer;
  private boolean closed;

  /** One that asks through a channel to the peer. */
  public HealthWatch(Channel channel, Time time, Listener listener) {
    this.channel = requireNonNull(channel, "channel");
    this.time = requireNonNull(time, "time");
    this.listener = requireNonNull(listener, "listener");
  }

  /** Begins. */
  public void begin() {
    if (isStreaming()) {
      watch();
    } else {
      HealthClient.check(channel, time).thenAccept(this::checked);
    }
  }

  private synchronized boolean isStreaming() {
    return streams;
  }

  private void watch() {
    Cancellation cancellation = new Cancellation();
    synchronized (this) {
      if (closed) {
        return;
      }
      stream = cancellation;
    }
    Request request =
        Request.of(
            HealthService.WATCH,
            Payload.of(HealthService.REQUEST, ""),
            Metadata.EMPTY,
            Deadline.NONE,
            cancellation);
    channel.send(request).thenAccept(this::begun);
  }

  private void begun(Response response) {
    Failure failure = response.failure();
    if (failure != null) {
      ended(failure.outcome(), HealthClient.finding(failure));
    } else if (response.isStream()) {
      response.done().thenAccept(outcome -> ended(outcome, Finding.NOT_WELL));
      response.payloads().subscribe(new Statuses());
    } else {
      ended(Outcome.CONTRACT_MISMATCH, Finding.NOT_TOLD);
    }
  }

  private final class Statuses implements Flow.Subscriber<Payload> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Payload status) {
      told(HealthClient.finding(status));
    }

    @Override
    public void onError(Throwable told) {
      // By the end of the response.
    }

    @Override
    public void onComplete() {
      // By the end of the response.
    }
  }

  /** The peer says so itself. */
  private synchronized void told(Finding finding) {
    if (!closed && finding != Finding.NOT_TOLD) {
      bad = 0;
      listener.found(finding == Finding.WELL);
    }
  }

  private synchronized void ended(Outcome outcome, Finding finding) {
    if (closed) {
      return;
    }
    stream = null;
    if (finding == Finding.NOT_TOLD) {
      streams = false; // it may yet know how to be asked
      later(0);
    } else if (outcome.score() == Outcome.Score.UNREACHABLE) {
      listener.unreachable();
      later(INTERVAL);
    } else {
      later(INTERVAL); // streams may end; the calls tell what it means, if anything
    }
  }

  private synchronized void checked(Finding finding) {
    if (closed) {
      return;
    }
    switch (finding) {
      case NOT_TOLD -> {
        listener.found(true);
        return;
      }
      case WELL -> {
        bad = 0;
        listener.found(true);
      }
      case NOT_WELL -> {
        if (++bad >= BAD) {
          listener.found(false);
        }
      }
      case UNREACHABLE -> listener.unreachable();
    }
    later(INTERVAL);
  }

  /** Jitter keeps those who ask from asking together. */
  private void later(long nanos) {
    timer = time.schedule((long) (nanos * (0.8 + 0.4 * time.lot())), this::begin);
  }

  @Override
  public void close() {
    Cancellation open;
    synchronized (this) {
      closed = true;
      open = stream;
      if (timer != null) {
        timer.cancel();
      }
    }
    if (open != null) {
      open.cancel(Reason.CALLER);
    }
  }
}
