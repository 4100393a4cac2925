package dev.farcall.samples.shop.users;

import dev.farcall.samples.shop.common.Page;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The users, in memory. Changes come one by one; who reads waits for nobody. */
public final class Users implements UserService {

  private final ConcurrentMap<Email, User> byEmail = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<UUID, User> byId = new ConcurrentSkipListMap<>();
  private final Clock clock;

  public Users(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized User createUser(NewUser user) throws EmailTaken {
    User created = new User(UserId.random(), user.email(), user.name(), clock.instant());
    if (byEmail.putIfAbsent(user.email(), created) != null) {
      throw new EmailTaken(user.email());
    }
    byId.put(created.id().value(), created);
    return created;
  }

  @Override
  public Optional<User> getUser(UserId id) {
    return Optional.ofNullable(byId.get(id.value()));
  }

  @Override
  public User findUser(Email email) throws UserUnknown {
    User user = byEmail.get(email);
    if (user == null) {
      throw new UserUnknown(email);
    }
    return user;
  }

  @Override
  public Page<User> listUsers(int limit, Optional<UserId> after) {
    var rest = after.map(id -> byId.tailMap(id.value(), false)).orElse(byId);
    return Page.first(limit, rest.values().stream());
  }

  @Override
  public synchronized User updateUser(UserId id, NewUser user) throws NoSuchUser, EmailTaken {
    User before = known(id);
    User after = new User(id, user.email(), user.name(), before.createdAt());
    if (!after.email().equals(before.email())) {
      if (byEmail.putIfAbsent(after.email(), after) != null) {
        throw new EmailTaken(after.email());
      }
      byEmail.remove(before.email());
    } else {
      byEmail.put(after.email(), after);
    }
    byId.put(id.value(), after);
    return after;
  }

  @Override
  public synchronized void deleteUser(UserId id) throws NoSuchUser {
    User user = known(id);
    byId.remove(id.value());
    byEmail.remove(user.email());
  }

  private User known(UserId id) throws NoSuchUser {
    User user = byId.get(id.value());
    if (user == null) {
      throw new NoSuchUser(id);
    }
    return user;
  }
}
