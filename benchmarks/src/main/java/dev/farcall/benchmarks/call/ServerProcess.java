package dev.farcall.benchmarks.call;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One of {@link Peers} in a process of its own, so that its CPU is the server's alone. It ends when
 * its standard input does.
 */
final class ServerProcess implements AutoCloseable {

  private static final String PORT = "port ";

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts one; with further arguments for its JVM in the property {@code server.jvm}. */
  static ServerProcess start(Peers peer) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms512m", "-Xmx512m"));
    String more = System.getProperty("server.jvm", "").replace("PEER", peer.name());
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split(" ")));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ServerProcess.class.getName(), peer.name()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(PORT)) { // a profiler may have spoken before
        return new ServerProcess(process, Integer.parseInt(line.substring(PORT.length())));
      }
    }
    throw new IOException(peer + " ended before it told its port");
  }

  /** Serves until nobody needs it. */
  public static void main(String[] args) throws IOException {
    try (Peers.Running server = Peers.valueOf(args[0]).start()) {
      System.out.println(PORT + server.port());
      while (System.in.read() >= 0) {
        // Nothing is said.
      }
    }
  }

  int port() {
    return port;
  }

  /** What it took so far, in steps of 10 ms. */
  long cpuNanos() {
    return process.info().totalCpuDuration().orElseThrow().toNanos();
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
