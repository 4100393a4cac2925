package dev.farcall.grpc.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A stream of millions of elements between two processes of 64 MiB each, whose reader rests now and
 * then for seconds: all arrive, once and in order.
 */
public class SoakTest {

  /** Each wire with the listener that offers it. */
  protected List<SoakWire> wires() {
    return List.of(new SoakWire("grpc", "grpc", 10_000_000));
  }

  @Test
  void millions_of_elements_pass_through_little_memory() throws Exception {
    for (SoakWire wire : wires()) {
      Process server = start("serve", wire.listener());
      try (BufferedReader said = output(server)) {
        Process reader =
            start("read", wire.name(), said.readLine(), Long.toString(wire.elements()));
        CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> all(output(reader)));
        try {
          assertThat(reader.waitFor(240, TimeUnit.SECONDS)).as("%s ends", wire.name()).isTrue();
          assertThat(told.get(10, TimeUnit.SECONDS))
              .as(wire.name())
              .contains("all " + wire.elements());
          assertThat(reader.exitValue()).as(wire.name()).isZero();
          assertThat(server.isAlive()).as("the server of %s", wire.name()).isTrue();
        } finally {
          reader.destroyForcibly();
        }
      } finally {
        server.destroyForcibly();
      }
    }
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx64m", "-XX:MaxDirectMemorySize=64m", "-XX:+ExitOnOutOfMemoryError", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(SoakMain.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String all(BufferedReader reader) {
    StringBuilder text = new StringBuilder();
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        text.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
