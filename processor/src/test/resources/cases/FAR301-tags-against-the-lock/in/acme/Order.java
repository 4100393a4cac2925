package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(
    String sku,
    // error: [FAR301] Order.qty has @Tag(3) but acme/acme.proto:9 records 2. Changing a number breaks every deployed peer. Remove @Tag or restore 2.
    @Tag(3) int qty) {}
