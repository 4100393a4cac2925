package dev.farcall.benchmarks.stubs;

import dev.farcall.benchmarks.codec.HandWrittenMapping;
import dev.farcall.benchmarks.shop.Shop;
import dev.farcall.benchmarks.shop.UserMapping;
import dev.farcall.proto.benchmarks.v1.GetUserRequest;
import dev.farcall.proto.benchmarks.v1.Order;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc;
import dev.farcall.proto.benchmarks.v1.Text;
import dev.farcall.proto.benchmarks.v1.User;
import io.grpc.stub.StreamObserver;

/** A {@link Shop} as a service of grpc-java. */
public class StubShopService extends ShopServiceGrpc.ShopServiceImplBase {

  private final Shop shop;

  public StubShopService(Shop shop) {
    this.shop = shop;
  }

  @Override
  public void echo(Text request, StreamObserver<Text> observer) {
    answer(Text.newBuilder().setText(shop.echo(request.getText())).build(), observer);
  }

  @Override
  public void placeOrder(Order request, StreamObserver<Order> observer) {
    answer(
        HandWrittenMapping.toMessage(shop.placeOrder(HandWrittenMapping.fromMessage(request))),
        observer);
  }

  @Override
  public void getUser(GetUserRequest request, StreamObserver<User> observer) {
    answer(UserMapping.toMessage(shop.getUser(request.getId())), observer);
  }

  private static <T> void answer(T message, StreamObserver<T> observer) {
    observer.onNext(message);
    observer.onCompleted();
  }
}
