package dev.farcall.peers;

import com.linecorp.armeria.client.grpc.GrpcClients;
import com.linecorp.armeria.server.Server;
import com.linecorp.armeria.server.grpc.GrpcService;
import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.ShopLoad;
import dev.farcall.benchmarks.stubs.AsyncStubShop;
import dev.farcall.benchmarks.stubs.StubShop;
import dev.farcall.benchmarks.stubs.StubShopService;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc.ShopServiceBlockingStub;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc.ShopServiceStub;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Armeria. Modes: {@code event-loop}, as it comes, and {@code blocking}, on its executor for that.
 */
final class ArmeriaPeer implements Peer {

  private ArmeriaPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new ArmeriaPeer(), args);
  }

  @Override
  public int serve(String mode) {
    Server server =
        Server.builder()
            .http(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .service(
                GrpcService.builder()
                    .addService(new StubShopService(new LocalShop()))
                    .useBlockingTaskExecutor(mode.equals("blocking"))
                    .build())
            .build();
    server.start().join();
    return server.activeLocalPort();
  }

  @Override
  public Client connect(String mode, int port) {
    String target = "gproto+http://127.0.0.1:" + port + "/";
    return new ShopLoad(
        new StubShop(GrpcClients.newClient(target, ShopServiceBlockingStub.class)),
        new AsyncStubShop(GrpcClients.newClient(target, ShopServiceStub.class)));
  }
}
