package dev.farcall.samples.shop;

import dev.farcall.Connection;
import dev.farcall.samples.shop.users.User;
import dev.farcall.samples.shop.users.UserFilter;
import dev.farcall.samples.shop.users.UserId;
import dev.farcall.samples.shop.users.UserService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches users register. Where the stream breaks, as one does whose instance is lost, it begins
 * anew; who was seen before is not counted twice. It has a connection of its own: on that of others
 * a call that lasts so long would make its instance look busy.
 */
final class Watch implements Flow.Subscriber<User>, AutoCloseable {

  private static final int AT_ONCE = 16;
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private final Connection connection;
  private final UserService users;
  private final Set<UserId> seen = new HashSet<>(); // guarded by this
  private Flow.@Nullable Subscription subscription; // guarded by this
  private int begun; // guarded by this
  private boolean closed; // guarded by this

  private Watch(Connection connection) {
    this.connection = connection;
    this.users = connection.client(UserService.class);
  }

  /** Those who have registered, and those who will. */
  static Watch begin() {
    Watch watch = new Watch(Services.connect("users"));
    watch.subscribe();
    return watch;
  }

  private void subscribe() {
    users.watchUsers(UserFilter.ALL).subscribe(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    synchronized (this) {
      if (!closed) {
        subscription = given;
        begun++;
      }
    }
    if (isClosed()) {
      given.cancel();
    } else {
      given.request(AT_ONCE);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void onNext(User user) {
    Flow.Subscription from;
    synchronized (this) {
      seen.add(user.id());
      from = subscription;
      notifyAll();
    }
    if (from != null) {
      from.request(1);
    }
  }

  @Override
  public void onError(Throwable broken) {
    if (!isClosed()) {
      LATER.execute(this::subscribe);
    }
  }

  @Override
  public void onComplete() {
    onError(new IllegalStateException("it does not end by itself"));
  }

  /** Waits until so many were seen, or as long as this. */
  synchronized void await(int count, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos(); seen.size() < count && left > 0; ) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }

  /** Prints how many it saw. */
  synchronized void print(Screen screen) {
    screen.line(
        "  %-12s %,6d registrations%s",
        "watched", seen.size(), begun > 1 ? ", over " + begun + " streams" : "");
  }

  @Override
  public void close() {
    Flow.Subscription last;
    synchronized (this) {
      closed = true;
      last = subscription;
    }
    if (last != null) {
      last.cancel();
    }
    connection.close();
  }
}
