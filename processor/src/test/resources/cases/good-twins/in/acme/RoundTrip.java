package acme;

import dev.farcall.call.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** An interface is served by its twin. */
public final class RoundTrip implements Runnable {

  @Override
  public void run() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Reactor.provide();
    try {
      sameOnTheWire(UsersClient.GET, AsyncUsersClient.GET);
      sameOnTheWire(UsersClient.LIST, ReactiveUsersClient.LIST);
      require(AsyncUsersClient.GET.policies(), UsersClient.GET.policies());
      require(AsyncUsersClient.ADD.policies().get("timeout.value").value(), "5s");
      require(AsyncUsersClient.ADD.routes().get(0).getClass(), UsersRoutes.AddRoute.class);
      served();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void sameOnTheWire(Operation<?, ?> one, Operation<?, ?> other) {
    require(other.path(), one.path());
    require(other.kind(), one.kind());
    require(other.request(), one.request());
    require(other.response(), one.response());
    require(other.errors(), one.errors());
    require(other.traits(), one.traits());
    require(other.routes().size(), one.routes().size());
  }

  private static void served() {
    AsyncUsers async = new Async();
    AsyncUsers client = new AsyncUsersClient(new Loop(new AsyncUsersDispatcher(async)));
    User found = client.get("1", Optional.of("t"), null).toCompletableFuture().join();
    require(found, new User("1", "t"));
    require(client.count(List.of("a")).toCompletableFuture().join(), 1);
    require(Lists.of(client.list("p")).join().size(), 2);
    require(
        client.addAll(Lists.publisher(List.of(found))).toCompletableFuture().join(), 1);
    require(client.removeLater("1").join(), true);
  }

  /** Answers as the other does, and does not wait. */
  private static final class Async implements AsyncUsers {
    private final UsersImpl users = new UsersImpl();

    @Override
    public CompletionStage<User> get(
        String key, Optional<String> tenant, dev.farcall.call.CallContext context) {
      try {
        return CompletableFuture.completedFuture(users.get(key, tenant));
      } catch (NoSuchUser none) {
        return CompletableFuture.failedFuture(none);
      }
    }

    @Override
    public CompletableFuture<Void> add(User user) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Integer> count(List<String> names) {
      return CompletableFuture.completedFuture(users.count(names));
    }

    @Override
    public Flow.Publisher<User> list(String prefix) {
      return Lists.publisher(users.list(prefix).toList());
    }

    @Override
    public CompletionStage<Integer> addAll(Flow.Publisher<User> all) {
      return Lists.of(all).thenApply(each -> users.addAll(each.stream()));
    }

    @Override
    public CompletableFuture<Boolean> removeLater(String id) {
      return CompletableFuture.completedFuture(users.remove(id));
    }
  }

  private static void require(Object found, Object expected) {
    if (!expected.equals(found)) {
      throw new AssertionError(found + " (expected: " + expected + ")");
    }
  }
}
