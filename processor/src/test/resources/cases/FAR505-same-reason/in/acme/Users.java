package acme;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.RemoteError;

@Remote
public interface Users {
  // error: [FAR505] Users.get declares UserNotFound and OtherNotFound with the same reason 'USER_NOT_FOUND'. Give one another reason.
  void get() throws UserNotFound, OtherNotFound;
}

@RemoteError(code = Code.NOT_FOUND)
@SuppressWarnings("serial")
final class UserNotFound extends Exception {
  public UserNotFound() {}
}

@RemoteError(code = Code.NOT_FOUND, reason = "USER_NOT_FOUND")
@SuppressWarnings("serial")
final class OtherNotFound extends Exception {
  public OtherNotFound() {}
}
