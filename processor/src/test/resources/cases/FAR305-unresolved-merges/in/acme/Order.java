package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// error: [FAR305] acme/acme.proto:12: number 8 is used by both 'note' and 'gift'. This is an unresolved merge: keep what was released, remove the other and run the update.
// error: [FAR305] acme/acme.proto:8: '1' is both reserved and used. This is an unresolved merge: keep what was released, remove the other and run the update.
record Order(String sku, String note, String gift) {}
