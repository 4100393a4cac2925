package dev.farcall.peers;

import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.ShopLoad;
import dev.farcall.benchmarks.stubs.AsyncStubShop;
import dev.farcall.benchmarks.stubs.StubShop;
import dev.farcall.benchmarks.stubs.StubShopService;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc.ShopServiceBlockingStub;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc.ShopServiceStub;
import io.grpc.ManagedChannel;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.grpc.annotation.GrpcChannel;
import io.micronaut.grpc.server.GrpcEmbeddedServer;
import jakarta.inject.Singleton;
import java.util.Map;

/** Micronaut as its guide has it. Its one mode is {@code default}. */
public final class MicronautPeer implements Peer {

  private MicronautPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new MicronautPeer(), args);
  }

  @Override
  public int serve(String mode) {
    ApplicationContext context =
        ApplicationContext.run(Map.of("grpc.server.host", "127.0.0.1", "grpc.server.port", 0));
    return context.getBean(GrpcEmbeddedServer.class).start().getPort();
  }

  @Override
  public Client connect(String mode, int port) {
    ApplicationContext context =
        ApplicationContext.run(
            Map.of(
                "grpc.server.enabled",
                false,
                "grpc.channels.shop.target",
                "127.0.0.1:" + port,
                "grpc.channels.shop.plaintext",
                true));
    return new ShopLoad(
        new StubShop(context.getBean(ShopServiceBlockingStub.class)),
        new AsyncStubShop(context.getBean(ShopServiceStub.class)));
  }

  /** The service. */
  @Singleton
  static class Service extends StubShopService {
    Service() {
      super(new LocalShop());
    }
  }

  /** The stubs on a channel that configuration describes. */
  @Factory
  @Requires(property = "grpc.channels.shop.target")
  static class Stubs {

    @Singleton
    ShopServiceBlockingStub blocking(@GrpcChannel("shop") ManagedChannel channel) {
      return ShopServiceGrpc.newBlockingStub(channel);
    }

    @Singleton
    ShopServiceStub async(@GrpcChannel("shop") ManagedChannel channel) {
      return ShopServiceGrpc.newStub(channel);
    }
  }
}
