package dev.farcall.samples.shop.users;

import static java.util.Objects.requireNonNull;

import dev.farcall.samples.shop.common.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * The users, in memory, and in a file where other processes serve them too. Changes come one by
 * one.
 */
public final class Users implements UserService {

  private final ConcurrentMap<Email, User> byEmail = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<UUID, User> byId = new ConcurrentSkipListMap<>();
  private final Registrations registrations = new Registrations();
  private final Clock clock;
  private final UserLog log;

  /** Users that nobody else serves. */
  public Users(Clock clock) {
    this(clock, UserLog.none());
  }

  /** Users that are shared with all who have the same file. */
  public Users(Clock clock, Path file) {
    this(clock, UserLog.in(file));
  }

  private Users(Clock clock, UserLog log) {
    this.clock = clock;
    this.log = log;
  }

  @Override
  public synchronized User createUser(NewUser user) throws EmailTaken {
    try (UserLog.Turn turn = log.begin(this::apply)) {
      requireFree(user.email());
      User created = new User(UserId.random(), user.email(), user.name(), clock.instant());
      change(turn, new UserLog.Entry(created, false));
      return created;
    }
  }

  @Override
  public Optional<User> getUser(UserId id) {
    catchUp();
    return Optional.ofNullable(byId.get(id.value()));
  }

  @Override
  public User findUser(Email email) throws UserUnknown {
    catchUp();
    User user = byEmail.get(email);
    if (user == null) {
      throw new UserUnknown(email);
    }
    return user;
  }

  @Override
  public Page<User> listUsers(int limit, Optional<UserId> after) {
    catchUp();
    var rest = after.map(id -> byId.tailMap(id.value(), false)).orElse(byId);
    return Page.first(limit, rest.values().stream());
  }

  @Override
  public Flow.Publisher<User> watchUsers(UserFilter filter) {
    return subscriber -> registrations.watch(filter, requireNonNull(subscriber, "subscriber"));
  }

  /** How many watch. */
  public int watchers() {
    return registrations.watchers();
  }

  @Override
  public synchronized User updateUser(UserId id, NewUser user) throws NoSuchUser, EmailTaken {
    try (UserLog.Turn turn = log.begin(this::apply)) {
      User before = known(id);
      if (!user.email().equals(before.email())) {
        requireFree(user.email());
      }
      User after = new User(id, user.email(), user.name(), before.createdAt());
      change(turn, new UserLog.Entry(after, false));
      return after;
    }
  }

  @Override
  public synchronized void deleteUser(UserId id) throws NoSuchUser {
    try (UserLog.Turn turn = log.begin(this::apply)) {
      change(turn, new UserLog.Entry(known(id), true));
    }
  }

  /**
   * Reads what other processes change, ten times a second, for those who watch; until this process
   * ends. Who only asks gets what is there in any case.
   */
  public void followOthers() {
    CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS, ForkJoinPool.commonPool())
        .execute(
            () -> {
              try {
                catchUp();
              } finally {
                followOthers();
              }
            });
  }

  private synchronized void catchUp() {
    log.catchUp(this::apply);
  }

  private void change(UserLog.Turn turn, UserLog.Entry entry) {
    turn.add(entry);
    apply(entry);
  }

  private void apply(UserLog.Entry entry) {
    User user = entry.user();
    UUID id = user.id().value();
    User before = entry.deleted() ? byId.remove(id) : byId.put(id, user);
    if (before != null && (entry.deleted() || !before.email().equals(user.email()))) {
      byEmail.remove(before.email());
    }
    if (entry.deleted()) {
      registrations.remove(user.id());
    } else {
      byEmail.put(user.email(), user);
      registrations.put(user);
    }
  }

  private void requireFree(Email email) throws EmailTaken {
    if (byEmail.containsKey(email)) {
      throw new EmailTaken(email);
    }
  }

  private User known(UserId id) throws NoSuchUser {
    User user = byId.get(id.value());
    if (user == null) {
      throw new NoSuchUser(id);
    }
    return user;
  }
}
