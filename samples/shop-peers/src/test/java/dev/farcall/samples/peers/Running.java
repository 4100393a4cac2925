package dev.farcall.samples.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program of somebody else that runs until this is closed, and what it prints. */
final class Running implements AutoCloseable {

  private static final String READY = "ready ";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** Starts it. */
  Running(Path folder, String program, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program);
    builder.command().addAll(List.of(arguments));
    process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    Thread reader = new Thread(this::read, program);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a script of the interop folder. */
  static Running node(Path folder, String script, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(Interop.home().resolve(script).toString()));
    all.addAll(List.of(arguments));
    return new Running(folder, "node", all.toArray(String[]::new));
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      output.lines().forEach(lines::add);
    } catch (IOException | RuntimeException ended) {
      lines.add("ended: " + ended);
    }
  }

  /** Waits until it says that it serves, and where. */
  String awaitAddress() throws InterruptedException {
    return "127.0.0.1:" + await(READY).substring(READY.length());
  }

  /** The next line that begins so. */
  String await(String begin) throws InterruptedException {
    StringBuilder said = new StringBuilder();
    for (String line = next(); line != null; line = next()) {
      if (line.startsWith(begin)) {
        return line;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("no line '" + begin + "' within 30 s, but:\n" + said);
  }

  private @Nullable String next() throws InterruptedException {
    return lines.poll(30, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroyForcibly();
  }
}
