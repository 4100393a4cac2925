package acme;

import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

final class NoUsers implements AsyncUsers {

  @Override
  public CompletionStage<User> get(String key, Optional<String> tenant, CallContext context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Void> add(User user) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Integer> count(List<String> names) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Flow.Publisher<User> list(String prefix) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletionStage<Integer> addAll(Flow.Publisher<User> users) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Boolean> removeLater(String id) {
    throw new UnsupportedOperationException();
  }
}
