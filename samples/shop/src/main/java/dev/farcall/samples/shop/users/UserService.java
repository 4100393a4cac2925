package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Delete;
import dev.farcall.annotation.Get;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Put;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;
import dev.farcall.annotation.Status;
import dev.farcall.annotation.Timeout;
import dev.farcall.samples.shop.common.Page;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Registers users and finds them. */
@Remote
@Http("/users")
@Timeout("5s")
@Retry
public interface UserService {

  /** Registers a user; of several at once with one address, one succeeds. */
  @Post
  @Status(value = 201, location = "/users/{id}")
  User createUser(NewUser user) throws EmailTaken;

  /** The user, or empty if there is none with the id. */
  @Get("/{id}")
  Optional<User> getUser(UserId id);

  /** The user with the address. */
  @Safe
  User findUser(Email email) throws UserUnknown;

  /**
   * Users in the order of their ids.
   *
   * @param limit 1 to 100; 0 for 20
   * @param after where the page before ended; empty for the first page
   */
  @Get
  Page<User> listUsers(int limit, Optional<UserId> after);

  /**
   * Users when they register, until it is cancelled; it does not end by itself. A watcher that is
   * slow is not waited for and nothing is kept for it: it gets each user as they are when it asks
   * for more, and those who were deleted by then not at all.
   */
  @Get("/watch")
  @Timeout("0") // nobody may register for hours
  Flow.Publisher<User> watchUsers(UserFilter filter);

  /** Gives a user another address and name. */
  @Put("/{id}")
  User updateUser(UserId id, NewUser user) throws NoSuchUser, EmailTaken;

  /** Forgets a user; the address is free again. */
  @Delete("/{id}")
  void deleteUser(UserId id) throws NoSuchUser;
}
