package dev.farcall.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Connections in a closed loop, each with one request in flight, all on the caller's thread, which
 * does next to nothing: prepared bytes go out, and of an answer only status and length are read.
 */
final class LoadClient implements AutoCloseable {

  private static final int MOST_BYTES_OF_ANSWER = 16_384;
  private static final long PATIENCE_MILLIS = 5_000;

  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();

  private LoadClient() throws IOException {}

  static LoadClient connect(int port, int connections) throws IOException {
    LoadClient client = new LoadClient();
    for (int i = 0; i < connections; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
      Connection connection = new Connection(channel);
      channel.register(client.selector, SelectionKey.OP_READ, connection);
      client.connections.add(connection);
    }
    return client;
  }

  /**
   * Asks on all connections until the time is over, and waits for what is under way.
   *
   * @return latencies in nanoseconds, one for each answer
   * @throws IOException an answer is none of success, or does not come
   */
  Histogram run(byte[] request, long nanos) throws IOException {
    Histogram latencies = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
    long end = System.nanoTime() + nanos;
    for (Connection connection : connections) {
      connection.send(request);
    }
    int open = connections.size();
    while (open > 0) {
      if (selector.select(PATIENCE_MILLIS) == 0) {
        throw new IOException(open + " requests were not answered in " + PATIENCE_MILLIS + " ms");
      }
      for (SelectionKey key : selector.selectedKeys()) {
        Connection connection = (Connection) key.attachment();
        if (!connection.answered()) {
          continue;
        }
        long now = System.nanoTime();
        latencies.recordValue(now - connection.sent);
        if (now - end < 0) {
          connection.send(request);
        } else {
          open--;
        }
      }
      selector.selectedKeys().clear();
    }
    return latencies;
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.channel.close();
    }
    selector.close();
  }

  private static final class Connection {
    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(MOST_BYTES_OF_ANSWER);
    private long sent;

    Connection(SocketChannel channel) {
      this.channel = channel;
    }

    void send(byte[] request) throws IOException {
      sent = System.nanoTime();
      ByteBuffer out = ByteBuffer.wrap(request);
      while (out.hasRemaining()) {
        // A request is smaller than the system's buffer: once is enough.
        channel.write(out);
      }
    }

    boolean answered() throws IOException {
      if (channel.read(in) < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (!AnswerLength.whole(in.array(), in.position())) {
        return false;
      }
      in.clear();
      return true;
    }
  }
}
