package dev.farcall.grpc.fleet;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.ServerBuilder;
import dev.farcall.grpc.Grpc;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One server of a fleet, in a process of its own. */
public final class Member implements AutoCloseable {

  private final String name;
  private final Process process;
  private final int port;

  private Member(String name, Process process, int port) {
    this.name = name;
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one.
   *
   * @param target where it is registered; empty for nowhere
   * @param port 0 for any
   * @param delay how long it thinks about each call
   */
  public static Member start(String name, String target, int port, Duration delay)
      throws IOException {
    return start(name, target, port, delay, Integer.MAX_VALUE);
  }

  /**
   * Starts one that bears so much and no more.
   *
   * @param atOnce how many calls it thinks about at once; others wait for their turn
   */
  public static Member start(String name, String target, int port, Duration delay, int atOnce)
      throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home")
                        + File.separator
                        + "bin"
                        + File.separator
                        + "java",
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Member.class.getName(),
                    name,
                    target,
                    Integer.toString(port),
                    Long.toString(delay.toMillis()),
                    Integer.toString(atOnce)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      throw new IOException(name + " did not start");
    }
    return new Member(name, process, Integer.parseInt(line));
  }

  public String name() {
    return name;
  }

  public int port() {
    return port;
  }

  /** Tells it to end, as whoever deploys does, and waits until it has. */
  public boolean terminate() throws InterruptedException {
    signal();
    return awaitEnd(Duration.ofSeconds(60));
  }

  /** Whether it ends within that time. */
  public boolean awaitEnd(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends it by force: {@code kill -9}. */
  public void kill() {
    Process ended = process.destroyForcibly().onExit().join();
    assert !ended.isAlive();
  }

  /** What it ended with. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Sends it SIGTERM, and does not wait. Its standard input stays open, other than by destroy. */
  public void signal() {
    boolean unused = process.toHandle().destroy();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    kill();
  }

  /** Serves until it is told to end, or whoever started it has ended. */
  public static void main(String[] arguments) throws IOException {
    String name = arguments[0];
    long delay = Long.parseLong(arguments[3]);
    Semaphore places = new Semaphore(Integer.parseInt(arguments[4]));
    Fleet fleet =
        () -> {
          if (delay > 0) {
            think(delay, places);
          }
          return name;
        };
    ServerBuilder builder =
        Farcall.server()
            .listen(Grpc.port(Integer.parseInt(arguments[2])).host("127.0.0.1"))
            .serve(Fleet.class, fleet)
            .propagation(Duration.ofSeconds(1));
    if (!arguments[1].isEmpty()) {
      builder.register(arguments[1], instance -> instance.withId(name));
    }
    Server server = builder.start();
    System.out.println(server.port());
    while (System.in.read() >= 0) {
      // Nothing is said; the end is.
    }
    Runtime.getRuntime().halt(0);
  }

  private static void think(long millis, Semaphore places) {
    places.acquireUninterruptibly();
    try {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    } finally {
      places.release();
    }
  }
}
