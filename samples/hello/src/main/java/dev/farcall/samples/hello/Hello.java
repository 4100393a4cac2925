package dev.farcall.samples.hello;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import java.time.Instant;

/** Serves {@link Greeter} on a free port, and calls it there. */
public final class Hello {

  private Hello() {}

  public static void main(String[] args) {
    Greeter greeter = name -> new Greeting("Hello, " + name + "!", Instant.now());

    try (Server server = Farcall.server().grpc(0).serve(Greeter.class, greeter).start();
        Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
      Greeter remote = connection.client(Greeter.class);
      System.out.println(remote.greet(args.length == 0 ? "world" : args[0]).text());
    }
  }
}
