package acme;

import dev.farcall.annotation.Remote;

public final class Services {
  private Services() {}

  @Remote
  // error: [FAR202] Services.Crud is generic: its schema cannot be known. Remove the type parameters; an interface may extend a generic one with its arguments bound, as in interface Users extends Crud<User>.
  public interface Crud<T> {
    T get();
  }

  @Remote
  public interface Users {
    // error: [FAR202] Services.Users.get is generic: its schema cannot be known. Remove the type parameters; an interface may extend a generic one with its arguments bound, as in interface Users extends Crud<User>.
    <T> T get();
  }
}
