package acme;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.HashKey;
import dev.farcall.annotation.Header;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.Post;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Rpc;
import dev.farcall.annotation.Timeout;
import dev.farcall.call.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The people. */
@Remote
@Http("/v1/users")
@Timeout("2s")
public interface Users {
  /** One of them. */
  @Get("/{id}")
  @Retry(maxAttempts = 2)
  User get(@HashKey String id, @Header("x-tenant") Optional<String> tenant) throws NoSuchUser;

  @Post
  void add(User user, CallContext context);

  int count(List<String> names);

  @Get
  @Timeout(value = "1s", stream = "1h")
  Stream<User> list(String prefix);

  @Idempotent
  int addAll(Stream<User> users);

  @Rpc(name = "RemoveById")
  boolean remove(String id);
}
