package dev.farcall.benchmarks.call;

import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.call.Dispatcher;
import dev.farcall.grpc.Grpc;
import dev.farcall.http.Http;
import dev.farcall.spi.Listener;
import dev.farcall.testing.v1.EchoServiceGrpc;
import io.grpc.ServerBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The servers that are compared; on a port of loopback that the system chose. */
public enum Peers {
  /** Ours on grpc-java, the implementation on the event loop. */
  FARCALL_EVENT_LOOP {
    @Override
    Running start() {
      return farcall(Grpc.port(0).host("127.0.0.1"), eventLoop());
    }
  },

  /** The same where it may block: on virtual threads, or our bounded pool. */
  FARCALL_BLOCKING {
    @Override
    Running start() {
      return farcall(Grpc.port(0).host("127.0.0.1"), new Blocking(eventLoop()));
    }
  },

  /** Ours on the HTTP engine, the implementation on the event loop. */
  FARCALL_HTTP_EVENT_LOOP {
    @Override
    Running start() {
      return farcall(Http.port(0).host("127.0.0.1"), eventLoop());
    }
  },

  /** The same where it may block. */
  FARCALL_HTTP_BLOCKING {
    @Override
    Running start() {
      return farcall(Http.port(0).host("127.0.0.1"), new Blocking(eventLoop()));
    }
  },

  /** The engine of HTTP alone, which only echoes a frame. */
  VERTX_BARE {
    @Override
    Running start() {
      return BareVertx.start();
    }
  },

  /** grpc-java, the implementation on the event loop. */
  GRPC_DIRECT {
    @Override
    Running start() {
      return grpc(ServerBuilder::directExecutor, () -> {});
    }
  },

  /** grpc-java, the implementation on a pool of 64 threads. */
  GRPC_FIXED_64 {
    @Override
    Running start() {
      ExecutorService pool = Executors.newFixedThreadPool(64);
      return grpc(builder -> builder.executor(pool), pool::shutdownNow);
    }
  },

  /** grpc-java as it comes: a pool of as many threads as there are calls. */
  GRPC_DEFAULT {
    @Override
    Running start() {
      return grpc(builder -> {}, () -> {});
    }
  };

  abstract Running start();

  /** A server that runs. */
  record Running(int port, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  private interface Executing {
    void configure(ServerBuilder<?> builder);
  }

  private static Dispatcher eventLoop() {
    return new EchoServiceDispatcher(new Echo());
  }

  private static Running farcall(Listener listener, Dispatcher dispatcher) {
    Server server = Farcall.server().listen(listener).serve(dispatcher).start();
    return new Running(server.port(), server::close);
  }

  private static Running grpc(Executing executing, Runnable closing) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new ProtocEcho());
    executing.configure(builder);
    try {
      io.grpc.Server server = builder.build().start();
      return new Running(
          server.getPort(),
          () -> {
            server.shutdownNow();
            closing.run();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Echo implements EchoService {
    @Override
    public EchoResponse echo(EchoRequest request) {
      return new EchoResponse(request.message());
    }
  }

  private static final class ProtocEcho extends EchoServiceGrpc.EchoServiceImplBase {
    @Override
    public void echo(
        dev.farcall.testing.v1.EchoRequest request,
        StreamObserver<dev.farcall.testing.v1.EchoResponse> observer) {
      observer.onNext(
          dev.farcall.testing.v1.EchoResponse.newBuilder()
              .setMessage(request.getMessage())
              .build());
      observer.onCompleted();
    }
  }
}
