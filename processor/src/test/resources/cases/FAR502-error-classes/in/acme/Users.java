package acme;

import dev.farcall.annotation.Code;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.RemoteError;

@Remote
public interface Users {
  void get() throws NotFound;
}

// error: [FAR502] @RemoteError NotFound is abstract (expected: a concrete class that is not generic, so that it can be made anew on the caller's side). Declare its concrete subclasses.
@RemoteError(code = Code.NOT_FOUND)
@SuppressWarnings("serial")
abstract class NotFound extends Exception {}

// error: [FAR502] @RemoteError Data is no exception (expected: a concrete class that is not generic, so that it can be made anew on the caller's side). Declare its concrete subclasses.
@RemoteError(code = Code.NOT_FOUND)
class Data {}

class Outer {
  // error: [FAR502] @RemoteError Outer.Inner is an inner class (expected: a concrete class that is not generic, so that it can be made anew on the caller's side). Declare its concrete subclasses.
  @RemoteError(code = Code.NOT_FOUND)
  @SuppressWarnings("serial")
  class Inner extends Exception {}
}
