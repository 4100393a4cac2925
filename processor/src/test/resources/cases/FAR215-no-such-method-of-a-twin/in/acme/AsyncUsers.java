package acme;

import dev.farcall.annotation.Remote;
import java.util.concurrent.CompletionStage;

@Remote(of = Users.class)
public interface AsyncUsers {
  CompletionStage<Integer> count();

  // error: [FAR215] AsyncUsers.countLater: Users has no RPC 'CountLater' (expected: one of Count, Clear). Rename the method, or give the RPC's name by @Rpc(name = …).
  CompletionStage<Integer> countLater();
}
