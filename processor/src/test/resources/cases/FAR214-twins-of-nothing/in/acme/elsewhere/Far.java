package acme.elsewhere;

import acme.Users;
import dev.farcall.annotation.Remote;

// error: [FAR214] @Remote(of = Users.class) on Far: it is in package acme (expected: a @Remote interface of the same package, which is no twin itself).
@Remote(of = Users.class)
public interface Far {}
