package dev.farcall.discovery.etcd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real etcd, in a process of its own, on free ports of the loopback interface. */
public final class EtcdServer implements AutoCloseable {

  private final Path folder;
  private final int clients;
  private final int peers;
  private Process process;

  private EtcdServer(Path folder, int clients, int peers) {
    this.folder = folder;
    this.clients = clients;
    this.peers = peers;
  }

  /** Starts one whose data are in a folder. */
  public static EtcdServer start(Path folder) throws Exception {
    EtcdServer server = new EtcdServer(folder, freePort(), freePort());
    server.start();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts it, or starts it again with the data that it had. */
  public void start() throws Exception {
    String forClients = "http://127.0.0.1:" + clients;
    String forPeers = "http://127.0.0.1:" + peers;
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "etcd",
                "--name=test",
                "--data-dir=" + folder.resolve("data"),
                "--listen-client-urls=" + forClients,
                "--advertise-client-urls=" + forClients,
                "--listen-peer-urls=" + forPeers,
                "--initial-advertise-peer-urls=" + forPeers,
                "--initial-cluster=test=" + forPeers,
                "--log-level=warn"));
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    try {
      process = builder.start();
    } catch (IOException absent) {
      throw new IOException(
          "these tests need etcd: install it (Debian: apt-get install etcd-server), or run without"
              + " -Pinterop",
          absent);
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!serves()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException("etcd does not start: " + Files.readString(folder.resolve("log")));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** It takes connections before it has found out that it leads itself. */
  private boolean serves() throws InterruptedException {
    HttpRequest health =
        HttpRequest.newBuilder(URI.create("http://" + address() + "/health")).build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(health, HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == 200 && answer.body().contains("true");
    } catch (IOException notYet) {
      return false;
    }
  }

  /** {@code 127.0.0.1:port}. */
  public String address() {
    return "127.0.0.1:" + clients;
  }

  /** Ends it by force. */
  public void kill() {
    Process ended = process.destroyForcibly().onExit().join();
    assert !ended.isAlive();
  }

  @Override
  public void close() {
    kill();
  }
}
