package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    String sku,
    // error: [FAR302] Order.quantity uses number 2, which is that of 'qty' in acme/acme.proto:8. If it was renamed, write @Was; if not, use another number.
    @Tag(2) int quantity,
    // error: [FAR302] Order.discount uses number 3, which acme/acme.proto:8 reserves since what had it was removed. Use another number.
    @Tag(3) int discount,
    // error: [FAR302] Order.coupon is called 'coupon', which acme/acme.proto:8 reserves since what was called so was removed or renamed: peers would take one for the other in JSON. Give it another name.
    String coupon) {}
