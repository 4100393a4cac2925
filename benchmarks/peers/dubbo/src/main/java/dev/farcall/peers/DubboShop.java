package dev.farcall.peers;

import dev.farcall.benchmarks.codec.HandWrittenMapping;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.User;
import dev.farcall.benchmarks.shop.UserMapping;
import dev.farcall.proto.benchmarks.v1.GetUserRequest;
import dev.farcall.proto.benchmarks.v1.Text;

/** Dubbo's proxy, and by hand what is between its messages and the records. */
record DubboShop(MessageShop shop) implements Shop {

  @Override
  public String echo(String text) {
    return shop.echo(Text.newBuilder().setText(text).build()).getText();
  }

  @Override
  public Order placeOrder(Order order) {
    return HandWrittenMapping.fromMessage(shop.placeOrder(HandWrittenMapping.toMessage(order)));
  }

  @Override
  public User getUser(String id) {
    return UserMapping.fromMessage(shop.getUser(GetUserRequest.newBuilder().setId(id).build()));
  }
}
