package dev.farcall.samples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link ServiceMain} in a process of its own, with the class path of this one. */
final class ServiceProcess implements AutoCloseable {

  /** What a service prints before its port when it can be called. */
  static final String READY = "ready ";

  private static final Duration GRACE = Duration.ofSeconds(3);

  private final ServiceSettings settings;
  private final Process process;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private volatile boolean stopping;

  private ServiceProcess(ServiceSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  /** Starts one. */
  static ServiceProcess launch(ServiceSettings settings) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // a short life: quick to start, light on the machine
                "-Xmx256m",
                "-classpath",
                System.getProperty("java.class.path"),
                ServiceMain.class.getName()));
    command.addAll(settings.arguments());
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    ServiceProcess service = new ServiceProcess(settings, process);
    Thread reader = new Thread(service::readOutput, "shop-" + settings.name());
    reader.setDaemon(true);
    reader.start();
    return service;
  }

  private void readOutput() {
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(READY)) {
          port.complete(Integer.valueOf(line.substring(READY.length())));
        } else {
          System.err.println(name() + ": " + line);
        }
      }
      port.completeExceptionally(new EOFException("it ended before it was ready"));
    } catch (IOException | NumberFormatException unreadable) {
      port.completeExceptionally(unreadable);
    }
  }

  /** The port, once the service can be called. */
  int awaitReady(Duration limit) throws IOException, InterruptedException {
    try {
      return port.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IOException(name() + " did not start: " + failed.getCause(), failed);
    } catch (TimeoutException late) {
      throw new IOException(name() + " was not ready within " + limit.toSeconds() + " s", late);
    }
  }

  ServiceSettings settings() {
    return settings;
  }

  String name() {
    return settings.name();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** How it ended, if it did so unasked. */
  Optional<String> lost() {
    return stopping || process.isAlive()
        ? Optional.empty()
        : Optional.of(this + " is gone: exit code " + process.exitValue());
  }

  /** As {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
  }

  /** Asks it to end. */
  void stop() {
    stopping = true;
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroy();
    }
  }

  /** Waits until it has ended, and ends it if that takes too long. */
  @Override
  public void close() {
    stop();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    String address =
        port.isDone() && !port.isCompletedExceptionally() ? "127.0.0.1:" + port.join() : "starting";
    String slow = settings.slow() == 0 ? "" : "  slow by " + settings.slow() + " ms";
    return "%-8s  process %d  %s%s".formatted(name(), process.pid(), address, slow);
  }
}
