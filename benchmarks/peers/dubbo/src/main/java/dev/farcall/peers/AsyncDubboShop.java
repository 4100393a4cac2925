package dev.farcall.peers;

import dev.farcall.benchmarks.codec.HandWrittenMapping;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.AsyncShop;
import dev.farcall.benchmarks.shop.User;
import dev.farcall.benchmarks.shop.UserMapping;
import dev.farcall.proto.benchmarks.v1.GetUserRequest;
import dev.farcall.proto.benchmarks.v1.Text;
import java.util.concurrent.CompletionStage;
import org.apache.dubbo.rpc.RpcContext;

/** Dubbo's proxy without waiting. */
record AsyncDubboShop(MessageShop shop) implements AsyncShop {

  @Override
  public CompletionStage<String> echo(String text) {
    Text request = Text.newBuilder().setText(text).build();
    return RpcContext.getServiceContext()
        .asyncCall(() -> shop.echo(request))
        .thenApply(Text::getText);
  }

  @Override
  public CompletionStage<Order> placeOrder(Order order) {
    var request = HandWrittenMapping.toMessage(order);
    return RpcContext.getServiceContext()
        .asyncCall(() -> shop.placeOrder(request))
        .thenApply(HandWrittenMapping::fromMessage);
  }

  @Override
  public CompletionStage<User> getUser(String id) {
    GetUserRequest request = GetUserRequest.newBuilder().setId(id).build();
    return RpcContext.getServiceContext()
        .asyncCall(() -> shop.getUser(request))
        .thenApply(UserMapping::fromMessage);
  }
}
