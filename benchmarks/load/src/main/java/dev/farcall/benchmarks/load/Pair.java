package dev.farcall.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;

/** The client and the server of a contender, each in a process of its own. */
public final class Pair implements AutoCloseable {

  private final Contender contender;
  private final WorkerProcess server;
  private final WorkerProcess client;
  private final boolean async;

  private Pair(Contender contender, WorkerProcess server, WorkerProcess client, boolean async) {
    this.contender = contender;
    this.server = server;
    this.client = client;
    this.async = async;
  }

  /**
   * Starts both, and waits until they are connected.
   *
   * @param logs where what they write to their standard error goes
   */
  public static Pair start(Contender contender, Path logs)
      throws IOException, InterruptedException {
    WorkerProcess server = WorkerProcess.start(contender, logs, "serve", contender.mode());
    try {
      String port = server.answer().substring(Worker.PORT.length());
      WorkerProcess client = WorkerProcess.start(contender, logs, "call", contender.mode(), port);
      try {
        boolean async = client.answer().equals(Worker.CONNECTED_ASYNC);
        return new Pair(contender, server, client, async);
      } catch (IOException | InterruptedException e) {
        client.close();
        throw e;
      }
    } catch (IOException | InterruptedException e) {
      server.close();
      throw e;
    }
  }

  public Contender contender() {
    return contender;
  }

  /** Whether its client has asynchronous calls. */
  boolean async() {
    return async;
  }

  /** Throws if an answer is not the one that is due. */
  public void check(Task task) throws IOException, InterruptedException {
    client.ask("check " + task);
  }

  /** Runs one round. */
  public Figures run(Task task, Shape shape, long millis) throws IOException, InterruptedException {
    Usage clientBefore = clientUsage();
    Usage serverBefore = serverUsage();
    Round round = Round.parse(client.ask("run " + task + " " + shape + " " + millis, millis));
    return Figures.of(round, clientBefore, clientUsage(), serverBefore, serverUsage());
  }

  public Usage clientUsage() throws IOException, InterruptedException {
    return Usage.parse(client.ask("usage"));
  }

  public Usage serverUsage() throws IOException, InterruptedException {
    return Usage.parse(server.ask("usage"));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
