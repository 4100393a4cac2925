package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    String sku,
    // error: [FAR313] Order.quantity is new and Order.qty (same type, number 2) is gone. If this is a rename write @Was("qty"); if not, run mode=update.
    int quantity,
    // error: [FAR313] Order.customer is new and Order.user (same type, number 3) is gone. If this is a rename write @Was("user"); if not, run mode=update-breaking.
    UUID customer) {}
