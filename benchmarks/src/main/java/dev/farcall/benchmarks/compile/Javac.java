package dev.farcall.benchmarks.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/**
 * A javac in a process of its own, in the JVM that a build tool compiles in: for one compilation,
 * as in Maven, or for many, as in a daemon of Gradle. Each compilation loads its processors anew.
 */
final class Javac implements AutoCloseable {

  private final Process process;
  private final BufferedReader results;
  private final PrintStream requests;

  private Javac(Process process) {
    this.process = process;
    this.results =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  static Javac start() throws IOException {
    return new Javac(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                Jars.of(Javac.class),
                Javac.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** In the other process: a line in is a file of arguments, a line out its exit code. */
  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String file = in.readLine(); file != null; file = in.readLine()) {
      System.out.println(
          ToolProvider.getSystemJavaCompiler().run(null, System.err, System.err, "@" + file));
    }
  }

  /**
   * Compiles.
   *
   * @param arguments options and files
   * @param file where the arguments are left
   */
  void compile(List<String> arguments, Path file) throws IOException {
    Files.writeString(
        file,
        arguments.stream()
            .map(each -> '"' + each.replace("\\", "\\\\") + '"')
            .collect(Collectors.joining("\n")));
    requests.println(file);
    String code = results.readLine();
    if (!"0".equals(code)) {
      throw new IOException("javac @" + file + " failed with " + code + "; what it says is above");
    }
  }

  /** What it took of the processors so far, in seconds. */
  double cpu() {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
  }

  /** Waits until the process is gone. */
  @Override
  public void close() {
    requests.close();
    process.onExit().join();
  }
}
