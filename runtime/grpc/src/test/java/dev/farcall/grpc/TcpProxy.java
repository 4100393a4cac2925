package dev.farcall.grpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a port: counts what passes, and cuts connections as a process that is killed does.
 */
final class TcpProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int to;
  private final AtomicLong bytes = new AtomicLong();
  private volatile boolean stalled;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  TcpProxy(int to) throws IOException {
    this.to = to;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Both ways, so far. */
  long bytes() {
    return bytes.get();
  }

  /** Passes nothing on any more, and says nothing about it. */
  void stall() {
    stalled = true;
  }

  /** Resets all connections and takes no more. */
  void kill() throws IOException {
    listening.close();
    for (Socket socket : open) {
      reset(socket);
    }
  }

  private static void reset(Socket socket) throws IOException {
    try {
      socket.setSoLinger(true, 0);
    } catch (SocketException closed) {
      // Nothing to reset.
    }
    socket.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), to);
        open.add(client);
        open.add(server);
        daemon(() -> copy(client, server));
        daemon(() -> copy(server, client));
      }
    } catch (IOException closed) {
      // The end.
    }
  }

  private void copy(Socket from, Socket into) {
    byte[] buffer = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = into.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.addAndGet(read);
        if (!stalled) {
          out.write(buffer, 0, read);
          out.flush();
        }
      }
    } catch (IOException closed) {
      // The end.
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    kill();
  }
}
