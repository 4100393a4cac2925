package dev.farcall.samples.hello;

import dev.farcall.annotation.Remote;

/** Greets. */
@Remote
public interface Greeter {

  Greeting greet(String name);
}
