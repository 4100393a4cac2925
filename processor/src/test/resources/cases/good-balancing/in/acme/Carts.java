package acme;

import dev.farcall.annotation.*;
import java.util.Optional;
import java.util.UUID;

/** Carts, each at one of the servers. */
@Remote
@LoadBalanced(LoadBalanced.CONSISTENT_HASH)
public interface Carts {
  enum Region {
    @Unspecified
    NOWHERE,
    EU,
    US
  }

  void add(@HashKey String customer, String sku);

  int count(@HashKey long customer);

  String of(@HashKey UUID id);

  String near(@HashKey Region region);

  @LoadBalanced(LoadBalanced.STICKY)
  String perhaps(@HashKey Optional<Integer> number);

  @LoadBalanced
  String without(String any);
}
