package dev.farcall.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of HTTP/1.1 that answers each request with the bytes a test wants, right or wrong. */
final class ScriptedPeer implements AutoCloseable {

  /** Answers one request, on the thread of its connection. */
  interface Script {
    void answer(Socket connection, OutputStream out) throws IOException;
  }

  /** The head of each request, as it came. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket listening;
  private final Script script;

  private ScriptedPeer(Script script) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.script = script;
    start(this::accept);
  }

  static ScriptedPeer answering(Script script) throws IOException {
    return new ScriptedPeer(script);
  }

  static ScriptedPeer answering(String answer) throws IOException {
    return new ScriptedPeer((connection, out) -> out.write(answer.getBytes(ISO_8859_1)));
  }

  /** An answer with a body and its length. */
  static String answer(int status, String type, String body) {
    return "HTTP/1.1 "
        + status
        + " Whatever\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = listening.accept();
        open.add(connection);
        connections.incrementAndGet();
        start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        requests.add(head);
        script.answer(connection, connection.getOutputStream());
      }
    } catch (IOException closed) {
      // by the client, or by the script
    }
  }

  /** Reads a request; its body is left out. Empty at the end. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    String text = head.toString(ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = text.indexOf("content-length: ");
    if (at >= 0) {
      in.readNBytes(Integer.parseInt(text.substring(at + 16, text.indexOf("\r\n", at))));
    }
    return head.toString(ISO_8859_1);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "scripted-peer");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : open) {
      connection.close();
    }
  }
}
