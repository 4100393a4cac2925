package dev.farcall.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/** Bytes to a server and back, as they are. */
final class RawClient implements AutoCloseable {

  private final Socket socket;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
  }

  /** What a server says to one request before it closes the connection. */
  static String ask(int port, String request) throws IOException {
    try (RawClient client = new RawClient(port)) {
      client.send(request);
      return client.readAll();
    }
  }

  /** The lines of a request as HTTP/1.1 ends them, and the empty one. */
  static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  void send(String text) throws IOException {
    send(text.getBytes(ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends until all is sent or the server takes no more. */
  void flood(byte[] chunk, int times) {
    try {
      for (int i = 0; i < times; i++) {
        socket.getOutputStream().write(chunk);
      }
    } catch (IOException taken) {
      // It has heard enough.
    }
  }

  /** All until the end of the connection, however it ends. */
  String readAll() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        all.write(buffer, 0, n);
      }
    } catch (SocketException reset) {
      // An end, too.
    }
    return all.toString(ISO_8859_1);
  }

  /** All until a text has come, or the end. */
  String readUntil(String end) throws IOException {
    StringBuilder all = new StringBuilder();
    for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
      all.append((char) c);
      if (all.length() >= end.length() && all.substring(all.length() - end.length()).equals(end)) {
        break;
      }
    }
    return all.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
