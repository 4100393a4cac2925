package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    // error: [FAR317] Order.id holds URI and held UUID: the wire is the same, but one side refuses values that the other sends. Add a new component, or accept the break: mode=update-breaking.
    java.net.URI id,
    // error: [FAR317] Order.qty holds Short and held any int32: the wire is the same, but one side refuses values that the other sends. Add a new component, or accept the break: mode=update-breaking.
    short qty,
    // error: [FAR317] Order.users holds any map<string, string> and held UUID values: the wire is the same, but one side refuses values that the other sends. Add a new component, or accept the break: mode=update-breaking.
    Map<String, String> users,
    // error: [FAR310] Schema acme changed and is not recorded: | Order.sku string sku // Sku -> string sku | Order.by string by // UUID, required -> string by // UserId (UUID), required | + enum Order.Size | These changes are compatible. Record them: mvn compile -Dfarcall.schema.mode=update (elsewhere: javac -Afarcall.schema.mode=update) and commit acme/acme.proto.
    String sku,
    UserId by,
    // error: [FAR317] Order.sold holds enum Size keys and held any map<string, int32>: the wire is the same, but one side refuses values that the other sends. Add a new component, or accept the break: mode=update-breaking.
    Map<Size, Integer> sold) {
  enum Size {
    S,
    L
  }
}
