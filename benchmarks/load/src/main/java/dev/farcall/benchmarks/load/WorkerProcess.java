package dev.farcall.benchmarks.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The other side of a {@link Worker}. */
final class WorkerProcess implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 60_000;

  private final String name;
  private final Process process;
  private final Path log;
  private final BufferedReader answers;
  private final PrintStream lines;

  private WorkerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    lines = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /**
   * Starts it.
   *
   * @param logs where what it writes to its standard error goes
   */
  static WorkerProcess start(Contender contender, Path logs, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(contender.jvm());
    command.addAll(List.of("-classpath", contender.classPath(), contender.main()));
    command.addAll(List.of(args));
    Path log = logs.resolve(contender.file() + "-" + args[0] + ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    return new WorkerProcess(contender.name() + " (" + args[0] + ")", process, log);
  }

  /** Says something to it that it can answer at once. */
  String ask(String line) throws IOException, InterruptedException {
    return ask(line, 0);
  }

  /**
   * Says something to it, and waits for what it answers.
   *
   * @param millis that it needs for it
   */
  String ask(String line, long millis) throws IOException, InterruptedException {
    lines.println(line);
    return answer(millis);
  }

  /** The next line from it. */
  String answer() throws IOException, InterruptedException {
    return answer(0);
  }

  private String answer(long millis) throws IOException, InterruptedException {
    CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(this::read);
    String answer;
    try {
      answer = line.get(millis + PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException(name + " does not answer; see " + log, e);
    }
    if (answer == null) {
      throw new IOException(name + " has ended; see " + log);
    }
    if (answer.startsWith(Worker.FAILED)) {
      throw new IOException(name + " " + answer + "; see " + log);
    }
    return answer;
  }

  private @Nullable String read() {
    try {
      return answers.readLine();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
