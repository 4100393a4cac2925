package acme;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.RemoteError;

@Remote
public interface Users {
  void get() throws Two, NoAccessor, OtherType;
}

@RemoteError(code = Code.NOT_FOUND)
@SuppressWarnings("serial")
// error: [FAR503] @RemoteError Two has 2 public constructors (expected: one). Its parameters are what travels: leave one public.
final class Two extends Exception {
  public Two() {}

  public Two(String message) {
    super(message);
  }
}

@RemoteError(code = Code.NOT_FOUND)
@SuppressWarnings("serial")
final class NoAccessor extends Exception {
  // error: [FAR503] @RemoteError NoAccessor has no accessor for its constructor's parameter 'message'. Add public String message() { return getMessage(); }.
  public NoAccessor(String message) {
    super(message);
  }
}

@RemoteError(code = Code.NOT_FOUND)
@SuppressWarnings("serial")
final class OtherType extends Exception {
  // error: [FAR503] @RemoteError OtherType has an accessor 'id()' of another type than the constructor's parameter. Add public int id().
  public OtherType(int id) {}

  public long id() {
    return 0;
  }
}
