package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** Nobody registered with the address. */
@RemoteError(code = Code.NOT_FOUND)
public final class UserUnknown extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Email email;

  public UserUnknown(Email email) {
    super("no user has the address " + email);
    this.email = email;
  }

  public Email email() {
    return email;
  }
}
