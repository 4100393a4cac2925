package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(UUID id, int qty, Map<String, UUID> users, Sku sku, UUID by, Map<String, Integer> sold) {}
