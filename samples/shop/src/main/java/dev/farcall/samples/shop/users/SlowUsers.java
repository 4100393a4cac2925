package dev.farcall.samples.shop.users;

import dev.farcall.samples.shop.common.Page;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Users whose every answer takes its time, as on a machine that is not well. */
public final class SlowUsers implements UserService {

  private final UserService users;
  private final long nanos;

  public SlowUsers(UserService users, Duration delay) {
    this.users = users;
    this.nanos = delay.toNanos();
  }

  private UserService late() {
    LockSupport.parkNanos(this, nanos);
    return users;
  }

  @Override
  public User createUser(NewUser user) throws EmailTaken {
    return late().createUser(user);
  }

  @Override
  public Optional<User> getUser(UserId id) {
    return late().getUser(id);
  }

  @Override
  public User findUser(Email email) throws UserUnknown {
    return late().findUser(email);
  }

  @Override
  public Page<User> listUsers(int limit, Optional<UserId> after) {
    return late().listUsers(limit, after);
  }

  /** Begins late, without a thread that waits: it is called where none may. */
  @Override
  public Flow.Publisher<User> watchUsers(UserFilter filter) {
    Executor later = CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS);
    return subscriber -> later.execute(() -> users.watchUsers(filter).subscribe(subscriber));
  }

  @Override
  public User updateUser(UserId id, NewUser user) throws NoSuchUser, EmailTaken {
    return late().updateUser(id, user);
  }

  @Override
  public void deleteUser(UserId id) throws NoSuchUser {
    late().deleteUser(id);
  }
}
