package dev.farcall.start;

import dev.farcall.annotation.Remote;

/** Greets. */
@Remote
public interface Greeter {

  Greeting greet(String name);
}
