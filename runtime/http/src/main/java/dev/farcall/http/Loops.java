package dev.farcall.http;

import dev.farcall.spi.EventLoopThread;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.impl.VertxThread;
import io.vertx.core.impl.transports.NioTransport;
import io.vertx.core.internal.VertxBootstrap;
import io.vertx.core.spi.VertxThreadFactory;
import java.util.concurrent.TimeUnit;

/** Makes the engine: event loops, one for each processor, and nothing else that Vert.x can do. */
final class Loops {

  private Loops() {}

  /** An engine with event loops of its own; close it to end them. */
  static Vertx start() {
    return start(new NioTransport());
  }

  static Vertx start(NioTransport transport) {
    return VertxBootstrap.create()
        .options(options())
        .threadFactory(new Threads())
        .transport(transport)
        .init()
        .vertx();
  }

  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(2)
        .setBlockedThreadCheckInterval(10)
        .setBlockedThreadCheckIntervalUnit(TimeUnit.SECONDS)
        .setUseDaemonThread(true)
        .setDisableTCCL(true)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  private static final class Threads implements VertxThreadFactory {
    @Override
    public VertxThread newVertxThread(
        Runnable task, String name, boolean worker, long maxTime, TimeUnit unit) {
      return worker
          ? new VertxThread(task, name, true, maxTime, unit)
          : new LoopThread(task, name, maxTime, unit);
    }
  }

  /** A blocking call on it is refused. */
  private static final class LoopThread extends VertxThread implements EventLoopThread {
    LoopThread(Runnable task, String name, long maxTime, TimeUnit unit) {
      super(task, name, false, maxTime, unit);
    }
  }
}
