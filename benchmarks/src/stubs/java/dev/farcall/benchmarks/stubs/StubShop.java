package dev.farcall.benchmarks.stubs;

import dev.farcall.benchmarks.codec.HandWrittenMapping;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.User;
import dev.farcall.benchmarks.shop.UserMapping;
import dev.farcall.proto.benchmarks.v1.GetUserRequest;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc.ShopServiceBlockingStub;
import dev.farcall.proto.benchmarks.v1.Text;

/** The blocking stub of grpc-java, and by hand what is between its messages and the records. */
public record StubShop(ShopServiceBlockingStub stub) implements Shop {

  @Override
  public String echo(String text) {
    return stub.echo(Text.newBuilder().setText(text).build()).getText();
  }

  @Override
  public Order placeOrder(Order order) {
    return HandWrittenMapping.fromMessage(stub.placeOrder(HandWrittenMapping.toMessage(order)));
  }

  @Override
  public User getUser(String id) {
    return UserMapping.fromMessage(stub.getUser(GetUserRequest.newBuilder().setId(id).build()));
  }
}
