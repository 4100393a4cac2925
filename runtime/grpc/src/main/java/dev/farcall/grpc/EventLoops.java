package dev.farcall.grpc;

import dev.farcall.spi.EventLoopThread;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The event loops of this JVM: one for each processor, shared by all clients and servers, started
 * by the first and ended by the last.
 */
final class EventLoops {

  private static final Object LOCK = new Object();

  private static @Nullable EventLoopGroup group;
  private static int users;

  private EventLoops() {}

  /** The group; {@link #release} it once. */
  static EventLoopGroup acquire() {
    synchronized (LOCK) {
      EventLoopGroup shared = group;
      if (shared == null) {
        shared =
            new MultiThreadIoEventLoopGroup(
                Runtime.getRuntime().availableProcessors(),
                new LoopThreads(),
                NioIoHandler.newFactory());
        group = shared;
      }
      users++;
      return shared;
    }
  }

  /** Ends the threads if nobody else uses them; does not wait for that. */
  static void release() {
    synchronized (LOCK) {
      if (--users == 0 && group != null) {
        var unused = group.shutdownGracefully(0, 5, TimeUnit.SECONDS);
        group = null;
      }
    }
  }

  private static final class LoopThreads implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable loop) {
      return new LoopThread(loop, "farcall-grpc-" + count.getAndIncrement());
    }
  }

  private static final class LoopThread extends FastThreadLocalThread implements EventLoopThread {
    LoopThread(Runnable loop, String name) {
      super(loop, name);
      setDaemon(true);
    }
  }
}
