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
import io.grpc.Channel;
import io.helidon.webclient.grpc.GrpcClient;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.grpc.GrpcRouting;

/**
 * Helidon SE, each call on a virtual thread. Without {@code tcpNoDelay}, an answer waits 40 ms for
 * an acknowledgement. Its one mode is {@code default}.
 */
final class HelidonPeer implements Peer {

  private HelidonPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new HelidonPeer(), args);
  }

  @Override
  public int serve(String mode) {
    return WebServer.builder()
        .host("127.0.0.1")
        .port(0)
        .connectionOptions(options -> options.tcpNoDelay(true))
        .addRouting(GrpcRouting.builder().service(new StubShopService(new LocalShop())))
        .build()
        .start()
        .port();
  }

  @Override
  public Client connect(String mode, int port) {
    GrpcClient client =
        GrpcClient.builder()
            .baseUri("http://127.0.0.1:" + port)
            .tls(tls -> tls.enabled(false))
            .socketOptions(options -> options.tcpNoDelay(true))
            .build();
    Channel channel = client.channel();
    return new ShopLoad(
        new StubShop(ShopServiceGrpc.newBlockingStub(channel)),
        new AsyncStubShop(ShopServiceGrpc.newStub(channel)));
  }
}
