package acme;

import dev.farcall.annotation.Hedge;
import dev.farcall.annotation.Idempotent;
import dev.farcall.annotation.Remote;
import dev.farcall.annotation.Retry;
import dev.farcall.annotation.Safe;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@Remote
@Retry
public interface Uploads {
  // error: [FAR616] @Retry on Uploads.upload: the method takes a stream, which has been consumed when the call fails and cannot be sent again. Remove it; a call that did not begin is sent again without it.
  @Retry
  @Idempotent
  int upload(Stream<String> lines);

  // error: [FAR616] @Hedge on Uploads.chat: the method takes a stream, which has been consumed when the call fails and cannot be sent again. Remove it; a call that did not begin is sent again without it.
  @Hedge
  Flow.Publisher<String> chat(Flow.Publisher<String> lines);

  /** What stands on the type is for those that can. */
  @Idempotent
  int spared(Stream<String> lines);

  @Safe
  @Retry(maxAttempts = 2)
  Flow.Publisher<String> watch();
}
