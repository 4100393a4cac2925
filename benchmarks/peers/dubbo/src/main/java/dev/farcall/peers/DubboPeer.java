package dev.farcall.peers;

import dev.farcall.benchmarks.codec.HandWrittenMapping;
import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Peer;
import dev.farcall.benchmarks.load.Worker;
import dev.farcall.benchmarks.shop.LocalShop;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.ShopLoad;
import dev.farcall.benchmarks.shop.UserMapping;
import dev.farcall.proto.benchmarks.v1.GetUserRequest;
import dev.farcall.proto.benchmarks.v1.Order;
import dev.farcall.proto.benchmarks.v1.Text;
import dev.farcall.proto.benchmarks.v1.User;
import java.io.IOException;
import java.net.ServerSocket;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.ReferenceConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;

/** Dubbo's Triple without a registry, with its defaults. Its one mode is {@code default}. */
final class DubboPeer implements Peer {

  private DubboPeer() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("dubbo.application.logger", "slf4j");
    Worker.run(new DubboPeer(), args);
  }

  @Override
  public int serve(String mode) throws IOException {
    int port = freePort();
    ProtocolConfig triple = new ProtocolConfig("tri", port);
    triple.setHost("127.0.0.1");
    ServiceConfig<MessageShop> service = new ServiceConfig<>();
    service.setInterface(MessageShop.class);
    service.setRef(new Mapped(new LocalShop()));
    bootstrap().protocol(triple).service(service).start();
    return port;
  }

  @Override
  public Client connect(String mode, int port) {
    ReferenceConfig<MessageShop> reference = new ReferenceConfig<>();
    reference.setInterface(MessageShop.class);
    reference.setUrl("tri://127.0.0.1:" + port);
    reference.setTimeout(10_000);
    bootstrap().reference(reference).start();
    MessageShop shop = reference.get();
    return new ShopLoad(new DubboShop(shop), new AsyncDubboShop(shop));
  }

  private static DubboBootstrap bootstrap() {
    ApplicationConfig application = new ApplicationConfig("shop");
    application.setQosEnable(false);
    return DubboBootstrap.getInstance()
        .application(application)
        .registry(new RegistryConfig(RegistryConfig.NO_AVAILABLE));
  }

  /** It cannot tell which port the system chose. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private record Mapped(Shop shop) implements MessageShop {

    @Override
    public Text echo(Text request) {
      return Text.newBuilder().setText(shop.echo(request.getText())).build();
    }

    @Override
    public Order placeOrder(Order request) {
      return HandWrittenMapping.toMessage(shop.placeOrder(HandWrittenMapping.fromMessage(request)));
    }

    @Override
    public User getUser(GetUserRequest request) {
      return UserMapping.toMessage(shop.getUser(request.getId()));
    }
  }
}
