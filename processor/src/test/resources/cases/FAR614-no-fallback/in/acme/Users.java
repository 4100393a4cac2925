package acme;

import dev.farcall.annotation.*;

@Remote
public interface Users {
  // error: [FAR614] @Fallback on Users.name: nothing says what to answer. Name a class that has a method of that name and those parameters, or make it a default method (@Rpc keeps that remote), whose body answers then.
  @Fallback
  String name(String id);
}
