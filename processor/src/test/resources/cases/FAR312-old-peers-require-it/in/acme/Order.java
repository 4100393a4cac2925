package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// error: [FAR312] Component Order.placedAt was removed, but peers in the field require it. Keep it @Deprecated, or accept the break: mode=update-breaking.
record Order(
    String sku,
    // error: [FAR312] Order.user is no longer required (string user // UUID, required -> optional string user // UUID), but peers in the field cannot decode a message without it. Keep it as it was, or add a component, or accept the break: mode=update-breaking.
    Optional<UUID> user) {}
