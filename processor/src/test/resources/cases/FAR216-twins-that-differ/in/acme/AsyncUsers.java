package acme;

import dev.farcall.annotation.Header;
import dev.farcall.annotation.Remote;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

@Remote(of = Users.class)
public interface AsyncUsers {
  // error: [FAR216] AsyncUsers.count is not Users.count in another shape: it takes something else (expected: String; found: String, int).
  // error: [FAR216] AsyncUsers.count is not Users.count in another shape: it answers something else (expected: Integer; found: Long).
  CompletionStage<Long> count(String prefix, int limit);

  // error: [FAR216] AsyncUsers.name is not Users.name in another shape: it takes something else (expected: String, @Header("x-tenant") String; found: String, @Header("x-user") String).
  CompletionStage<String> name(String id, @Header("x-user") String tenant);

  // error: [FAR216] AsyncUsers.names is not Users.names in another shape: it answers something else (expected: a stream of String; found: List<String>).
  CompletionStage<List<String>> names();

  // error: [FAR216] AsyncUsers.all is not Users.all in another shape: it answers something else (expected: List<String>; found: a stream of String).
  Flow.Publisher<String> all();

  // error: [FAR216] AsyncUsers.add is not Users.add in another shape: it takes something else (expected: a stream of String; found: a stream of Integer).
  CompletionStage<Integer> add(Flow.Publisher<Integer> names);

  // error: [FAR216] AsyncUsers.clear is not Users.clear in another shape: it throws something else (expected: nothing; found: IllegalStateException).
  CompletionStage<Void> clear() throws IllegalStateException;
}
