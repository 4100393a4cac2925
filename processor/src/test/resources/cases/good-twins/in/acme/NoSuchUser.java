package acme;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.RemoteError;

/** There is none. */
@RemoteError(code = Code.NOT_FOUND)
public final class NoSuchUser extends Exception {
  private static final long serialVersionUID = 1;

  private final String id;

  public NoSuchUser(String id) {
    super("no user " + id);
    this.id = id;
  }

  public String id() {
    return id;
  }
}
