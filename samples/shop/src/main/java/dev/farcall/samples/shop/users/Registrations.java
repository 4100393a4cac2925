package dev.farcall.samples.shop.users;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The users in the order in which they registered, and who watches them. A {@link Watcher} is a
 * place in that order and keeps no users: one that is slow costs no memory, and finds each user as
 * they are when it comes to them; who was deleted before is passed over. No watcher has a thread.
 */
final class Registrations {

  private final ConcurrentNavigableMap<Long, User> inOrder = new ConcurrentSkipListMap<>();
  private final Map<UserId, Long> places = new HashMap<>(); // guarded by this
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean told = new AtomicBoolean();
  private long last; // guarded by this

  /** A user who has registered now, or is changed. */
  synchronized void put(User user) {
    Long place = places.putIfAbsent(user.id(), last + 1);
    inOrder.put(place == null ? ++last : place, user);
    if (place == null && !watchers.isEmpty() && told.compareAndSet(false, true)) {
      ForkJoinPool.commonPool().execute(this::tell); // not whoever registers
    }
  }

  private void tell() {
    told.set(false);
    watchers.forEach(Watcher::wake);
  }

  /** One who is deleted. */
  synchronized void remove(UserId user) {
    Long place = places.remove(user);
    if (place != null) {
      inOrder.remove(place);
    }
  }

  /** Gives a subscriber what it wants of them, until it cancels. Does not block. */
  void watch(UserFilter filter, Flow.Subscriber<? super User> subscriber) {
    Watcher watcher;
    synchronized (this) {
      watcher = new Watcher(this, filter, subscriber, filter.existing() ? 0 : last);
      watchers.add(watcher);
    }
    watcher.begin();
  }

  /** The first to have registered after this place. */
  Map.@Nullable Entry<Long, User> after(long place) {
    return inOrder.higherEntry(place);
  }

  void leave(Watcher watcher) {
    watchers.remove(watcher);
  }

  int watchers() {
    return watchers.size();
  }
}
