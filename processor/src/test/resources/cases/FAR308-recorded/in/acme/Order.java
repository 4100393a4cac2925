package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// note: [FAR308] Recorded acme/acme.proto. Commit it. | + Order.note = 4 (optional string) | + Order.gifts = 5 (repeated string) | - Order.coupon = 3 (will be reserved)
record Order(Optional<String> note, int qty, String sku, List<String> gifts) {}
