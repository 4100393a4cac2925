package dev.farcall.start;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.Remote;

/** Greets. */
@Remote
public interface Greeter {

  @Get("/greetings/{name}")
  Greeting greet(String name);
}
