package dev.farcall.samples.shop.users;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** Another user has the address. */
@RemoteError(code = Code.ALREADY_EXISTS)
public final class EmailTaken extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Email email;

  public EmailTaken(Email email) {
    super("a user with the address " + email + " exists");
    this.email = email;
  }

  public Email email() {
    return email;
  }
}
