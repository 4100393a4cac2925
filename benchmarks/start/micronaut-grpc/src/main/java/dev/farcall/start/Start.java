package dev.farcall.start;

import dev.farcall.start.proto.GreeterGreetRequest;
import dev.farcall.start.proto.GreeterGrpc;
import dev.farcall.start.proto.GreeterGrpc.GreeterBlockingStub;
import dev.farcall.start.proto.Greeting;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.grpc.annotation.GrpcChannel;
import io.micronaut.grpc.server.GrpcEmbeddedServer;
import io.micronaut.grpc.server.GrpcServerChannel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Map;

/** On Micronaut, as its guide has it. */
final class Start {

  private Start() {}

  public static void main(String[] args) throws IOException {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("grpc.server.host", "127.0.0.1", "grpc.server.port", 0))) {
      context.getBean(GrpcEmbeddedServer.class).start();
      System.out.println("ready");
      GreeterGreetRequest request = GreeterGreetRequest.newBuilder().setName("world").build();
      System.out.println(context.getBean(GreeterBlockingStub.class).greet(request).getText());
      System.in.read();
    }
  }

  /** The service. */
  @Singleton
  static class Service extends GreeterGrpc.GreeterImplBase {

    @Override
    public void greet(GreeterGreetRequest request, StreamObserver<Greeting> responses) {
      responses.onNext(Greeting.newBuilder().setText("Hello, " + request.getName() + "!").build());
      responses.onCompleted();
    }
  }

  /** The stub on a channel to the server of this process. */
  @Factory
  static class Stubs {

    @Singleton
    GreeterBlockingStub blocking(@GrpcChannel(GrpcServerChannel.NAME) ManagedChannel channel) {
      return GreeterGrpc.newBlockingStub(channel);
    }
  }
}
