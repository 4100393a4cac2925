package dev.farcall.start;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import java.io.IOException;

/** On Farcall over gRPC. */
final class Start {

  private Start() {}

  public static void main(String[] args) throws IOException {
    Greeter greeter = name -> new Greeting("Hello, " + name + "!");
    try (Server server = Farcall.server().grpc(0).serve(Greeter.class, greeter).start()) {
      System.out.println("ready");
      try (Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port())) {
        System.out.println(connection.client(Greeter.class).greet("world").text());
        System.in.read();
      }
    }
  }
}
