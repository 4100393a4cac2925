package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(String sku, int qty, String coupon) {}
