package acme;

import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Some of it. */
@Remote(of = Users.class)
public interface ReactiveUsers {
  Mono<User> get(String id, @Header("x-tenant") Optional<String> tenant) throws NoSuchUser;

  Flux<User> list(String prefix);

  Mono<Integer> addAll(Flux<User> users);
}
