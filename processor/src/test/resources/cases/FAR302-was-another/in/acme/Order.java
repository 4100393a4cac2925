package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    // error: [FAR302] Order.code was not what its @Was says: acme/acme.proto:9 records both 'code = 2' and 'sku = 1'. Remove @Was, or give it a name that is new.
    @Was("sku") String code,
    Optional<Kind> kind) {
  enum Kind {
    // error: [FAR302] Order.Kind.OLD was not what its @Was says: acme/acme.proto:14 records both 'KIND_OLD = 2' and 'KIND_NEW = 1'. Remove @Was, or give it a name that is new.
    @Was("NEW")
    OLD
  }
}
