package dev.farcall.benchmarks.grpc;

import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.ShopLoad;
import dev.farcall.benchmarks.stubs.AsyncStubShop;
import dev.farcall.benchmarks.stubs.StubShop;
import dev.farcall.benchmarks.stubs.StubShopService;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/**
 * grpc-java by hand. Modes: {@code default}, as its documentation shows it; {@code tuned}, with the
 * channel's {@code directExecutor} and a fixed pool of 64 threads on the server; and {@code
 * direct}, where the server too runs the implementation on its event loop.
 */
final class GrpcJavaPeer implements Peer {

  static final int THREADS = 64;

  private GrpcJavaPeer() {}

  public static void main(String[] args) throws Exception {
    Worker.run(new GrpcJavaPeer(), args);
  }

  @Override
  public int serve(String mode) throws IOException {
    NettyServerBuilder server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new StubShopService(new LocalShop()));
    switch (mode) {
      case "default" -> {}
      case "tuned" -> server.executor(Executors.newFixedThreadPool(THREADS));
      case "direct" -> server.directExecutor();
      default -> throw new IllegalArgumentException(mode + " (expected: default, tuned, direct)");
    }
    return server.build().start().getPort();
  }

  @Override
  public Client connect(String mode, int port) {
    NettyChannelBuilder builder = NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext();
    if (!mode.equals("default")) {
      builder.directExecutor();
    }
    var channel = builder.build();
    return new ShopLoad(
        new StubShop(ShopServiceGrpc.newBlockingStub(channel)),
        new AsyncStubShop(ShopServiceGrpc.newStub(channel)));
  }
}
