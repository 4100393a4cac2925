package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(String sku, UUID user, java.time.Instant placedAt) {}
