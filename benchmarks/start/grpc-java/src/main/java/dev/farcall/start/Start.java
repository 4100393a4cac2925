package dev.farcall.start;

import dev.farcall.start.proto.GreeterGreetRequest;
import dev.farcall.start.proto.GreeterGrpc;
import dev.farcall.start.proto.Greeting;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.io.IOException;

/** On grpc-java by hand. */
final class Start {

  private Start() {}

  public static void main(String[] args) throws IOException {
    Server server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(new Service())
            .build()
            .start();
    System.out.println("ready");
    ManagedChannel channel =
        Grpc.newChannelBuilder(
                "127.0.0.1:" + server.getPort(),
                InsecureChannelCredentials.create())
            .build();
    GreeterGreetRequest request = GreeterGreetRequest.newBuilder().setName("world").build();
    System.out.println(GreeterGrpc.newBlockingStub(channel).greet(request).getText());
    System.in.read();
    channel.shutdownNow();
    server.shutdownNow();
  }

  private static final class Service extends GreeterGrpc.GreeterImplBase {

    @Override
    public void greet(GreeterGreetRequest request, StreamObserver<Greeting> responses) {
      responses.onNext(
          Greeting.newBuilder().setText("Hello, " + request.getName() + "!").build());
      responses.onCompleted();
    }
  }
}
