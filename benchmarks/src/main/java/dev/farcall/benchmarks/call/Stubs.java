package dev.farcall.benchmarks.call;

import dev.farcall.Connection;
import dev.farcall.Farcall;
import dev.farcall.testing.v1.EchoServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;

/** The blocking stubs that are compared. */
public enum Stubs {
  /** Ours, as generated, with its defaults: a timeout of 10 s among them. */
  FARCALL {
    @Override
    Connected connect(int port) {
      Connection connection = Farcall.connect("static:///127.0.0.1:" + port);
      EchoService service = connection.client(EchoService.class);
      return new Connected(
          message -> service.echo(new EchoRequest(message)).message(), connection::close);
    }
  },

  /** protoc's, on a channel with directExecutor, without a deadline. */
  PROTOC {
    @Override
    Connected connect(int port) {
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().directExecutor().build();
      EchoServiceGrpc.EchoServiceBlockingStub stub = EchoServiceGrpc.newBlockingStub(channel);
      return new Connected(
          message ->
              stub.echo(dev.farcall.testing.v1.EchoRequest.newBuilder().setMessage(message).build())
                  .getMessage(),
          channel::shutdownNow);
    }
  };

  abstract Connected connect(int port);

  /** A call that waits for its answer. */
  interface Call {
    String echo(String message);
  }

  /** A stub in use. */
  record Connected(Call call, Runnable closing) implements AutoCloseable {
    @Override
    public void close() {
      closing.run();
    }
  }
}
