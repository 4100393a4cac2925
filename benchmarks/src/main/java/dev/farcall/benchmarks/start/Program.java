package dev.farcall.benchmarks.start;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A program that serves, calls itself once and waits; the base of the ratios first. A module of its
 * own, which leaves its class path in {@code target/classpath}.
 */
enum Program {
  MICRONAUT_GRPC("Micronaut gRPC", "micronaut-grpc"),
  GRPC_JAVA("grpc-java by hand", "grpc-java"),
  FARCALL_GRPC("Farcall, gRPC", "farcall-grpc"),
  FARCALL_HTTP("Farcall, HTTP", "farcall-http");

  private static final String MAIN = "dev.farcall.start.Start";
  private static final String ANSWER = "Hello, world!";

  private final String title;
  private final String module;

  Program(String title, String module) {
    this.title = title;
    this.module = module;
  }

  String title() {
    return title;
  }

  /** Runs it until its first answer. */
  Started start(Path modules) throws IOException {
    Path target = modules.resolve(module).resolve("target");
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                target.resolve("classes") + File.pathSeparator + classPath(modules),
                MAIN)
            .redirectError(target.resolve("start.log").toFile())
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      expect(out, "ready", target);
      double ready = (System.nanoTime() - begin) / 1e6;
      expect(out, ANSWER, target);
      double answered = (System.nanoTime() - begin) / 1e6;
      double cpu =
          process.info().totalCpuDuration().map(each -> each.toNanos() / 1e6).orElse(Double.NaN);
      return new Started(ready, answered, cpu, residentMegabytes(process));
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  /** The jars of its class path; its own few classes are not among them. */
  List<Path> jars(Path modules) throws IOException {
    return Arrays.stream(classPath(modules).split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  private String classPath(Path modules) throws IOException {
    return Files.readString(modules.resolve(module).resolve("target").resolve("classpath")).strip();
  }

  private void expect(BufferedReader out, String expected, Path target) throws IOException {
    String line = out.readLine();
    if (!expected.equals(line)) {
      throw new IOException(
          title
              + " said \""
              + line
              + "\" (expected: \""
              + expected
              + "\"); see "
              + target.resolve("start.log"));
    }
  }

  /** {@code NaN} where there is no {@code /proc}. */
  private static double residentMegabytes(Process process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status) ? Started.residentMegabytes(Files.readString(status)) : Double.NaN;
  }
}
