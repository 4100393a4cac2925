package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    // error: [FAR314] Order.qty changes type int32 -> int64: binary peers agree, JSON peers do not (number -> string). Add a new component, or accept the break: mode=update-breaking.
    long qty,
    // error: [FAR314] Order.count changes type int32 -> string: peers in the field would misread it, and no mode allows that. Add a new component.
    String count,
    // error: [FAR314] Order.sku changes type string -> repeated string: peers in the field would misread it, and no mode allows that. Add a new component.
    List<String> sku,
    // error: [FAR314] Order.note changes type string -> google.protobuf.Duration: peers in the field would misread it, and no mode allows that. Add a new component; or, if the type was renamed, write @Was on it.
    java.time.Duration note,
    // error: [FAR314] Order.total changes type int64 -> bool: binary peers agree, JSON peers do not (number -> string). Add a new component, or accept the break: mode=update-breaking.
    boolean total,
    // error: [FAR314] Order.colour changes type int32 -> sint32: peers in the field would misread it, and no mode allows that. Add a new component.
    @Encoding(Encoding.Form.SIGNED) int colour,
    // error: [FAR314] Order.id changes type string -> bytes: peers in the field would misread it, and no mode allows that. Add a new component.
    @Encoding(Encoding.Form.BYTES) UUID id) {}
