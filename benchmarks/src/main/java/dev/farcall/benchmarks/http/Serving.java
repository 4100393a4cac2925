package dev.farcall.benchmarks.http;

import java.io.IOException;

/** What a server's process and the load test say to each other. */
final class Serving {

  static final String PORT = "port ";

  private Serving() {}

  /** Tells the port, and waits until the parent is gone. */
  static void serve(int port) throws IOException {
    System.out.println(PORT + port);
    while (System.in.read() >= 0) {
      // nothing is said
    }
  }

  /** Whether the methods run on threads that may block; the argument of every server. */
  static boolean blocking(String[] args) {
    return args[0].equals("blocking");
  }
}
