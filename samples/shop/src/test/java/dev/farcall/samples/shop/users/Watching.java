package dev.farcall.samples.shop.users;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Watches users, and asks for as many as it is told to. */
final class Watching implements Flow.Subscriber<User> {

  final List<User> users = new CopyOnWriteArrayList<>();
  final CompletableFuture<@Nullable Throwable> end = new CompletableFuture<>();

  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

  static Watching of(Flow.Publisher<User> users) {
    Watching watching = new Watching();
    users.subscribe(watching);
    return watching;
  }

  Watching request(long n) {
    subscription.join().request(n);
    return this;
  }

  void cancel() {
    subscription.join().cancel();
  }

  /** Waits for so many, and gives their names. */
  List<String> names(int count) {
    await(() -> users.size() >= count);
    return users.stream().map(User::name).toList();
  }

  /** Waits until something holds, with a bound. */
  static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - until).as("time over, in ns").isNegative();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(requireNonNull(given));
  }

  @Override
  public void onNext(User user) {
    users.add(user);
  }

  @Override
  public void onError(Throwable thrown) {
    end.complete(thrown);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
