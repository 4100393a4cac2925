package dev.farcall.start;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.http.Http;
import java.io.IOException;

/** On Farcall over HTTP and JSON. */
final class Start {

  private Start() {}

  public static void main(String[] args) throws IOException {
    Greeter greeter = name -> new Greeting("Hello, " + name + "!");
    try (Server server =
        Farcall.server()
            .listen(Http.port(0).host("127.0.0.1"))
            .serve(Greeter.class, greeter)
            .start()) {
      System.out.println("ready");
      try (Connection connection =
          Farcall.connect("static:///127.0.0.1:" + server.port()).wire("rest")) {
        System.out.println(connection.client(Greeter.class).greet("world").text());
        System.in.read();
      }
    }
  }
}
