package dev.farcall.benchmarks.stubs;

import dev.farcall.benchmarks.codec.HandWrittenMapping;
import dev.farcall.benchmarks.codec.Order;
import dev.farcall.benchmarks.shop.AsyncShop;
import dev.farcall.benchmarks.shop.User;
import dev.farcall.benchmarks.shop.UserMapping;
import dev.farcall.proto.benchmarks.v1.GetUserRequest;
import dev.farcall.proto.benchmarks.v1.ShopServiceGrpc.ShopServiceStub;
import dev.farcall.proto.benchmarks.v1.Text;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The asynchronous stub of grpc-java, and by hand what is between its messages and the records. */
public record AsyncStubShop(ShopServiceStub stub) implements AsyncShop {

  @Override
  public CompletionStage<String> echo(String text) {
    Answer<Text, String> answer = new Answer<>(Text::getText);
    stub.echo(Text.newBuilder().setText(text).build(), answer);
    return answer.stage;
  }

  @Override
  public CompletionStage<Order> placeOrder(Order order) {
    Answer<dev.farcall.proto.benchmarks.v1.Order, Order> answer =
        new Answer<>(HandWrittenMapping::fromMessage);
    stub.placeOrder(HandWrittenMapping.toMessage(order), answer);
    return answer.stage;
  }

  @Override
  public CompletionStage<User> getUser(String id) {
    Answer<dev.farcall.proto.benchmarks.v1.User, User> answer =
        new Answer<>(UserMapping::fromMessage);
    stub.getUser(GetUserRequest.newBuilder().setId(id).build(), answer);
    return answer.stage;
  }

  private static final class Answer<M, R> implements StreamObserver<M> {

    private final CompletableFuture<R> stage = new CompletableFuture<>();
    private final Function<M, R> mapping;

    Answer(Function<M, R> mapping) {
      this.mapping = mapping;
    }

    @Override
    public void onNext(M message) {
      stage.complete(mapping.apply(message));
    }

    @Override
    public void onError(Throwable failure) {
      stage.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
