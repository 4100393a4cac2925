package acme;

import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Rpc;
import dev.farcall.annotation.Timeout;
import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The people, for those who do not wait. */
@Remote(of = Users.class)
public interface AsyncUsers {
  /** One of them, later. */
  CompletionStage<User> get(
      String key, @Header("x-tenant") Optional<String> tenant, CallContext context);

  @Timeout("5s")
  CompletableFuture<Void> add(User user);

  CompletionStage<Integer> count(List<String> names);

  Flow.Publisher<User> list(String prefix);

  CompletionStage<Integer> addAll(Flow.Publisher<User> users);

  @Rpc(name = "RemoveById")
  CompletableFuture<Boolean> removeLater(String id);
}
