package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** Nobody has the id, or not any more. */
@RemoteError(code = Code.NOT_FOUND)
public final class NoSuchUser extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient UserId id;

  public NoSuchUser(UserId id) {
    super("no user " + id);
    this.id = id;
  }

  public UserId id() {
    return id;
  }
}
