package dev.farcall.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.impl.transports.NioTransport;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts no more connections than allowed, and sets a guard on each. */
final class GuardedTransport extends NioTransport {

  /**
   * One write to the socket stands for so many: what several threads answer at about the same time
   * leaves together.
   */
  private static final int MAX_FLUSHES = 256;

  private final HttpSettings settings;
  private final AtomicInteger open = new AtomicInteger();

  GuardedTransport(HttpSettings settings) {
    this.settings = settings;
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    return GuardedChannel::new;
  }

  private final class GuardedChannel extends NioServerSocketChannel {
    @Override
    protected int doReadMessages(List<Object> accepted) throws Exception {
      int count = super.doReadMessages(accepted);
      if (count > 0 && !guard((Channel) accepted.get(accepted.size() - 1))) {
        accepted.remove(accepted.size() - 1);
        return 0;
      }
      return count;
    }
  }

  private boolean guard(Channel connection) {
    if (open.incrementAndGet() > settings.maxConnections()) {
      open.decrementAndGet();
      connection.unsafe().closeForcibly();
      return false;
    }
    connection.closeFuture().addListener(closed -> open.decrementAndGet());
    connection
        .pipeline()
        .addLast(new ConnectionGuard(settings, connection))
        .addLast(new FlushConsolidationHandler(MAX_FLUSHES, true));
    return true;
  }
}
