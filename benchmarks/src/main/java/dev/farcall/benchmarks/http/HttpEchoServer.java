package dev.farcall.benchmarks.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Answers each POST with its body, HTTP/1.1 and HTTP/2 on one port, in a JVM of its own: so the CPU
 * of the measuring process is the client's alone. It ends when its standard input does.
 */
final class HttpEchoServer implements AutoCloseable {

  private final Process process;
  private final int port;

  private HttpEchoServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static HttpEchoServer start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HttpEchoServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null) {
      throw new IOException("the echo server ended before it told its port");
    }
    return new HttpEchoServer(process, Integer.parseInt(line));
  }

  int port() {
    return port;
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

  public static void main(String[] args) throws IOException {
    Vertx vertx = Vertx.vertx();
    int port =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(
                request ->
                    request
                        .body()
                        .onSuccess(
                            body ->
                                request
                                    .response()
                                    .putHeader("content-type", "application/json")
                                    .end(body)))
            .listen()
            .await()
            .actualPort();
    System.out.println(port);
    while (System.in.read() >= 0) {
      // until the parent is gone
    }
    vertx.close().await();
  }
}
