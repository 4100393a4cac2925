package acme;

import dev.farcall.annotation.Remote;

// error: [FAR214] @Remote(of = String.class) on OfClass: it is no @Remote interface (expected: a @Remote interface of the same package, which is no twin itself).
@Remote(of = String.class)
public interface OfClass {}
