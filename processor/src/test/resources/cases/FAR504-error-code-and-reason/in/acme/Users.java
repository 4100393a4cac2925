package acme;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.RemoteError;

@Remote
public interface Users {
  void get() throws Fine, Odd;
}

// error: [FAR504] @RemoteError on Fine: code OK (expected: any other code).
@RemoteError(code = Code.OK)
@SuppressWarnings("serial")
final class Fine extends Exception {
  public Fine() {}
}

// error: [FAR504] @RemoteError on Odd: reason 'not found' (expected: upper snake case of 2 to 63 characters, as in USER_NOT_FOUND).
@RemoteError(code = Code.NOT_FOUND, reason = "not found")
@SuppressWarnings("serial")
final class Odd extends Exception {
  public Odd() {}
}
