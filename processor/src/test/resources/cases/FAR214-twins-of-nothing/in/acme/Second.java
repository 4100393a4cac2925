package acme;

import dev.farcall.annotation.Remote;

// error: [FAR214] @Remote(of = AsyncUsers.class) on Second: it is a twin of Users (expected: a @Remote interface of the same package, which is no twin itself).
@Remote(of = AsyncUsers.class)
public interface Second {}
