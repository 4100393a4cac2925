package acme;

import dev.farcall.annotation.Remote;

// error: [FAR214] @Remote(of = Own.class) on Own: it is that itself (expected: a @Remote interface of the same package, which is no twin itself).
@Remote(of = Own.class)
public interface Own {}
