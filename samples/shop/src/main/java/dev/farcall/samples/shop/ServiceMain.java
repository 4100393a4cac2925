package dev.farcall.samples.shop;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One service in a process of its own. It tells its port on standard output and ends when standard
 * input does, so that it does not outlive the process that started it.
 */
final class ServiceMain {

  private ServiceMain() {}

  public static void main(String[] args) throws IOException {
    Logs.quiet();
    try (Server server =
        Services.serve(args[0], Farcall.server().listen(Grpc.port(0).host("127.0.0.1"))).start()) {
      System.out.println(ServiceProcess.READY + server.port());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
