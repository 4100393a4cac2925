package dev.farcall.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server of HTTP/2, by hand, that closes its first connection when the first call comes. */
final class LeavingPeer implements AutoCloseable {

  private static final int PREFACE_BYTES = 24;

  // Types of frames, RFC 9113.
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int GOAWAY = 7;

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  /**
   * @param lastStream the last that it says to have begun; negative to leave without a word
   */
  LeavingPeer(int lastStream) throws IOException {
    Thread thread = new Thread(() -> serve(lastStream), "leaving-peer");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  private void serve(int lastStream) {
    try (Socket connection = listening.accept()) {
      DataInputStream in = new DataInputStream(connection.getInputStream());
      DataOutputStream out = new DataOutputStream(connection.getOutputStream());
      frame(out, SETTINGS, 0);
      in.readFully(new byte[PREFACE_BYTES]);
      int type;
      do {
        int word = in.readInt(); // length and type
        type = word & 0xff;
        in.readFully(new byte[1 + 4 + (word >>> 8)]);
      } while (type != HEADERS);
      if (lastStream >= 0) {
        frame(out, GOAWAY, 8);
        out.writeInt(lastStream);
        out.writeInt(0);
      }
    } catch (IOException closed) {
      // by the client
    }
  }

  private static void frame(DataOutputStream out, int type, int length) throws IOException {
    out.writeInt(length << 8 | type);
    out.writeByte(0);
    out.writeInt(0);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
