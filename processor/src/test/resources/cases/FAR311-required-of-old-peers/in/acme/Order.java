package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    String sku,
    // error: [FAR311] Order.user becomes required (optional string user // UUID -> string user // UUID, required), but peers built before leave it out and decoding would fail. Keep it as it was, or add a component, or accept the break: mode=update-breaking.
    UUID user,
    // error: [FAR311] New component Order.address (Address) is required, but peers built before it never send it and decoding would fail. Use Optional<Address>, or a type with a natural default, or accept the break: mode=update-breaking.
    Address address) {}
