package dev.farcall.samples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The demo as a user runs it, with all that it and its services print. */
final class DemoProcess implements AutoCloseable {

  private static final long LIMIT_SECONDS = 120;
  private static final String END = "\0";

  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> read = new ArrayList<>();

  private DemoProcess(Process process) {
    this.process = process;
  }

  /** Starts it with system properties such as {@code monolith=true}. */
  static DemoProcess start(String... properties) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property : properties) {
      command.add("-D" + property);
    }
    command.addAll(
        List.of("-classpath", System.getProperty("java.class.path"), Demo.class.getName()));
    DemoProcess demo =
        new DemoProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    Thread reader = new Thread(demo::readOutput, "demo-output");
    reader.setDaemon(true);
    reader.start();
    return demo;
  }

  private void readOutput() {
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      output.lines().forEach(unread::add);
    } catch (IOException | UncheckedIOException closed) {
      unread.add("output lost: " + closed);
    }
    unread.add(END);
  }

  /** Waits for a line. */
  String awaitLine(Predicate<String> wanted) throws InterruptedException {
    for (String line = next(); !line.equals(END); line = next()) {
      if (wanted.test(line)) {
        return line;
      }
    }
    throw new AssertionError("the demo ended without the line; it printed:\n" + output());
  }

  private String next() throws InterruptedException {
    String line = unread.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("no line within " + LIMIT_SECONDS + " s after:\n" + output());
    }
    if (!line.equals(END)) {
      read.add(line);
    }
    return line;
  }

  /** Waits until it and all that hold its output have ended; returns the exit code. */
  int awaitEnd() throws InterruptedException {
    String line = next();
    while (!line.equals(END)) {
      line = next();
    }
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("no end within " + LIMIT_SECONDS + " s after:\n" + output());
    }
    return process.exitValue();
  }

  /** What was read so far. */
  String output() {
    return String.join("\n", read);
  }

  /** As a signal to end, which lets it clean up. */
  void terminate() {
    process.toHandle().destroy(); // unlike process.destroy(), it leaves the output open
  }

  /** As {@code kill -9}. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
