package dev.farcall.benchmarks.shop;

import dev.farcall.benchmarks.codec.SampleOrder;
import dev.farcall.benchmarks.load.AsyncCall;
import dev.farcall.benchmarks.load.Call;
import dev.farcall.benchmarks.load.Client;
import dev.farcall.benchmarks.load.Task;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Calls a {@link Shop}, and knows what it should answer.
 *
 * @param async null if the peer has none
 */
public record ShopLoad(Shop shop, @Nullable AsyncShop async) implements Client {

  private static final String USER = "9b6f1c3a-7d20-4e0e-8f5c-2a4de1088310";

  @Override
  public Call blocking(Task task) {
    String text = "x".repeat(task.bytes());
    return switch (task.operation()) {
      case ECHO -> call(text, () -> shop.echo(text));
      case PLACE_ORDER -> call(SampleOrder.ORDER, () -> shop.placeOrder(SampleOrder.ORDER));
      case GET_USER -> call(User.of(USER), () -> shop.getUser(USER));
    };
  }

  @Override
  public @Nullable AsyncCall async(Task task) {
    AsyncShop async = this.async;
    if (async == null) {
      return null;
    }
    String text = "x".repeat(task.bytes());
    return switch (task.operation()) {
      case ECHO -> () -> async.echo(text);
      case PLACE_ORDER -> () -> async.placeOrder(SampleOrder.ORDER);
      case GET_USER -> () -> async.getUser(USER);
    };
  }

  private static Call call(Object due, Callable<Object> calling) {
    return new Call() {
      @Override
      public Object make() throws Exception {
        return calling.call();
      }

      @Override
      public void check(Object answer) {
        if (!answer.equals(due)) {
          throw new IllegalStateException("answered " + answer + " (expected: " + due + ")");
        }
      }
    };
  }
}
