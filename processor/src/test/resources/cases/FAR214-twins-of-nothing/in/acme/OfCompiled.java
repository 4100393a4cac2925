package acme;

import dev.farcall.annotation.Remote;

// error: [FAR214] @Remote(of = Compiled.class) on OfCompiled: its module was compiled without farcall-processor (expected: a @Remote interface of the same package, which is no twin itself).
@Remote(of = Compiled.class)
public interface OfCompiled {}
