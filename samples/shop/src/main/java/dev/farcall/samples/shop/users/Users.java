package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Code;
import dev.farcall.call.CallException;
import dev.farcall.samples.shop.common.Page;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The users, in memory. */
public final class Users implements UserService {

  private final ConcurrentMap<Email, User> byEmail = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<UUID, User> byId = new ConcurrentSkipListMap<>();
  private final Clock clock;

  public Users(Clock clock) {
    this.clock = clock;
  }

  @Override
  public User createUser(NewUser user) throws EmailTaken {
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
    if (limit < 1 || limit > Page.MAX) {
      throw new CallException(
          Code.INVALID_ARGUMENT, "limit: " + limit + " (expected: 1 to " + Page.MAX + ")");
    }
    var rest = after.map(id -> byId.tailMap(id.value(), false)).orElse(byId);
    List<User> found = rest.values().stream().limit(limit + 1L).toList();
    boolean more = found.size() > limit;
    return new Page<>(more ? found.subList(0, limit) : found, more);
  }
}
