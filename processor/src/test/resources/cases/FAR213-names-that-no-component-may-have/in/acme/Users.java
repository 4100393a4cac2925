package acme;

import dev.farcall.annotation.Remote;

@Remote
public interface Users {
  void find(
      // error: [FAR213] Parameter 'hashCode' of Users.find cannot be a component of the request, which is a record: Object has a method of that name. Rename it.
      int hashCode);
}
