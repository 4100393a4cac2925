package dev.farcall.benchmarks.stream;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.Server;
import dev.farcall.grpc.Grpc;
import dev.farcall.http.Http;
import dev.farcall.spi.Listener;
import dev.farcall.testing.v1.EchoRepeatedlyRequest;
import dev.farcall.testing.v1.EchoRepeatedlyResponse;
import dev.farcall.testing.v1.EchoServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** The pairs of server and client that are compared; each reads records. */
enum StreamPeers {
  /** grpc-java by hand, on the event loop at both ends. */
  GRPC {
    @Override
    Pair open() {
      io.grpc.Server server = grpcServer();
      ManagedChannel channel = channel(server.getPort());
      EchoServiceGrpc.EchoServiceStub stub = EchoServiceGrpc.newStub(channel);
      return new Pair(
          repeat -> {
            Observed observed = new Observed();
            stub.echoRepeatedly(request(repeat), observed);
            return observed.end.join();
          },
          () -> {
            channel.shutdownNow();
            server.shutdownNow();
          });
    }
  },

  /** Ours on grpc-java, published and subscribed to. */
  FARCALL {
    @Override
    Pair open() {
      return farcall(Grpc.port(0).host("127.0.0.1"), StreamPeers::subscribed);
    }
  },

  /** Ours on the HTTP engine. */
  FARCALL_HTTP {
    @Override
    Pair open() {
      return farcall(Http.port(0).host("127.0.0.1"), StreamPeers::subscribed);
    }
  },

  /** grpc-java by hand, its reader waiting for each element. */
  GRPC_BLOCKING {
    @Override
    Pair open() {
      io.grpc.Server server = grpcServer();
      ManagedChannel channel = channel(server.getPort());
      EchoServiceGrpc.EchoServiceBlockingStub stub = EchoServiceGrpc.newBlockingStub(channel);
      return new Pair(
          repeat -> {
            Iterator<EchoRepeatedlyResponse> answers = stub.echoRepeatedly(request(repeat));
            long count = 0;
            while (answers.hasNext()) {
              count += record(answers.next()).message().isEmpty() ? 0 : 1;
            }
            return count;
          },
          () -> {
            channel.shutdownNow();
            server.shutdownNow();
          });
    }
  },

  /** Ours on grpc-java, pulled at both ends. */
  FARCALL_BLOCKING {
    @Override
    Pair open() {
      return farcall(
          Grpc.port(0).host("127.0.0.1"),
          (service, repeat) -> {
            try (Stream<Repeated> answers = service.pull(repeat)) {
              return answers.filter(answer -> !answer.message().isEmpty()).count();
            }
          });
    }
  };

  abstract Pair open();

  /** A server, and a client of it. */
  record Pair(Reader reader, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }

  /** Reads all of one stream; gives how many elements it had. */
  interface Reader {
    long read(Repeat repeat);
  }

  private interface Reading {
    long read(RepeatService service, Repeat repeat);
  }

  private static Pair farcall(Listener listener, Reading reading) {
    Server server =
        Farcall.server().listen(listener).serve(RepeatService.class, new Repeating()).start();
    Connection connection = Farcall.connect("static:///127.0.0.1:" + server.port());
    RepeatService service = connection.client(RepeatService.class);
    return new Pair(
        repeat -> reading.read(service, repeat),
        () -> {
          connection.close();
          server.close();
        });
  }

  private static long subscribed(RepeatService service, Repeat repeat) {
    Subscribed subscribed = new Subscribed();
    service.publish(repeat).subscribe(subscribed);
    return subscribed.end.join();
  }

  private static ManagedChannel channel(int port) {
    return NettyChannelBuilder.forAddress("127.0.0.1", port)
        .usePlaintext()
        .directExecutor()
        .build();
  }

  private static EchoRepeatedlyRequest request(Repeat repeat) {
    return EchoRepeatedlyRequest.newBuilder()
        .setMessage(repeat.message())
        .setTimes(repeat.times())
        .build();
  }

  private static Repeated record(EchoRepeatedlyResponse answer) {
    return new Repeated(answer.getMessage(), answer.getIndex());
  }

  private static io.grpc.Server grpcServer() {
    try {
      return NettyServerBuilder.forAddress(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .directExecutor()
          .addService(new ByHand())
          .build()
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With flow control, as grpc-java's example of it has it. */
  private static final class ByHand extends EchoServiceGrpc.EchoServiceImplBase {
    @Override
    public void echoRepeatedly(
        EchoRepeatedlyRequest request, StreamObserver<EchoRepeatedlyResponse> observer) {
      ServerCallStreamObserver<EchoRepeatedlyResponse> out =
          (ServerCallStreamObserver<EchoRepeatedlyResponse>) observer;
      out.setOnReadyHandler(
          new Runnable() {
            private int made;

            @Override
            public void run() {
              while (out.isReady() && made < request.getTimes()) {
                Repeated next = new Repeated(request.getMessage(), made++);
                out.onNext(
                    EchoRepeatedlyResponse.newBuilder()
                        .setMessage(next.message())
                        .setIndex(next.index())
                        .build());
                if (made == request.getTimes()) {
                  out.onCompleted();
                }
              }
            }
          });
    }
  }

  private static final class Observed implements StreamObserver<EchoRepeatedlyResponse> {
    final CompletableFuture<Long> end = new CompletableFuture<>();
    private long count;

    @Override
    public void onNext(EchoRepeatedlyResponse answer) {
      count += record(answer).message().isEmpty() ? 0 : 1;
    }

    @Override
    public void onError(Throwable thrown) {
      end.completeExceptionally(thrown);
    }

    @Override
    public void onCompleted() {
      end.complete(count);
    }
  }

  private static final class Subscribed implements Flow.Subscriber<Repeated> {
    final CompletableFuture<Long> end = new CompletableFuture<>();
    private long count;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Repeated answer) {
      count += answer.message().isEmpty() ? 0 : 1;
    }

    @Override
    public void onError(Throwable thrown) {
      end.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
      end.complete(count);
    }
  }
}
