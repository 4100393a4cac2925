package acme;

import dev.farcall.annotation.Get;
import dev.farcall.annotation.HashKey;
import dev.farcall.annotation.Http;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Rpc;
import dev.farcall.annotation.Tag;
import dev.farcall.annotation.Timeout;
import java.util.concurrent.CompletionStage;

@Remote(of = Users.class)
// error: [FAR211] @Http on AsyncUsers has no effect: that of Users holds for its twins. Remove it.
@Http("/async")
public interface AsyncUsers {
  // error: [FAR211] @Rpc(wrap) on AsyncUsers.name has no effect: that of Users holds for its twins. Remove it.
  @Rpc(wrap = true)
  // error: [FAR211] @Get on AsyncUsers.name has no effect: that of Users holds for its twins. Remove it.
  @Get("/{id}")
  // error: [FAR602] @Timeout on AsyncUsers.name: an attempt may take 2 s, the whole call only 1 s. Make attempt shorter than value, or leave it out.
  @Timeout(value = "1s", attempt = "2s")
  @Retry
  CompletionStage<String> name(
      // error: [FAR211] @Tag on AsyncUsers.name(id) has no effect: that of Users holds for its twins. Remove it.
      // error: [FAR211] @HashKey on AsyncUsers.name(id) has no effect: that of Users holds for its twins. Remove it.
      @Tag(3) @HashKey String id);
}
