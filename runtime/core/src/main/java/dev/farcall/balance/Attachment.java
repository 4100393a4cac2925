package dev.farcall.balance;

import dev.farcall.call.Endpoint;
import dev.farcall.call.LiveEndpoint;
import java.util.concurrent.CompletionStage;

/** What a group's endpoints hang on: a wire, or nothing. Must not block. */
public interface Attachment {

  /** An endpoint has come. */
  LiveEndpoint attach(Endpoint endpoint);

  /** An endpoint has gone, some time ago. */
  void detach(LiveEndpoint endpoint);

  /** Finds out whether it can be reached; completes normally, and soon. */
  CompletionStage<Boolean> probe(LiveEndpoint endpoint);
}
