package dev.farcall.benchmarks.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in a process of its own, on a port of loopback that the system chose. */
record ServerProcess(HttpServers server, Process process, int port) implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  /**
   * Starts it, and waits until it tells its port.
   *
   * @param logs where what it writes to its standard error goes
   */
  static ServerProcess start(HttpServers server, Path logs)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms256m", "-Xmx256m"));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path", "")));
    command.add(server.main());
    command.add(server.mode());
    File log = logs.resolve("http-" + server.name().toLowerCase(Locale.ROOT) + ".log").toFile();
    Process process = new ProcessBuilder(command).redirectError(log).start();
    CompletableFuture<Integer> port = CompletableFuture.supplyAsync(() -> port(process));
    try {
      return new ServerProcess(server, process, port.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new IOException(server + " told no port in " + PATIENCE_SECONDS + " s; see " + log, e);
    }
  }

  private static int port(Process process) {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return out.lines()
        .filter(line -> line.startsWith(Serving.PORT))
        .mapToInt(line -> Integer.parseInt(line.substring(Serving.PORT.length())))
        .findFirst()
        .orElseThrow();
  }

  /** What all its threads took so far; the system counts it in 10 ms. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
