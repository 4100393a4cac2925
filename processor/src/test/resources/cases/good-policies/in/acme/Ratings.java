package acme;

import dev.farcall.annotation.*;
import java.util.List;
import java.util.concurrent.CompletionStage;

@Remote
@Fallback(NoRatings.class)
public interface Ratings {

  @Safe
  @Retry
  List<String> of(String product);

  CompletionStage<Integer> count(String failed);

  void rate(String product, int stars);

  @Rpc
  @Fallback
  default int average(String product) {
    return -1;
  }
}
