package acme;

import dev.farcall.annotation.Remote;
import java.io.IOException;

@Remote
public interface Users {
  void allowed() throws IOException, IllegalStateException;

  // error: [FAR501] NotFound is declared by Users.get but has no @RemoteError: callers could not receive it. Annotate it with @RemoteError(code = …), or make it unchecked and undeclared.
  void get() throws NotFound;

  // error: [FAR501] Exception is declared by Users.all but has no @RemoteError: callers could not receive it. Annotate it with @RemoteError(code = …), or make it unchecked and undeclared.
  void all() throws Exception;
}

@SuppressWarnings("serial")
class NotFound extends Exception {}
