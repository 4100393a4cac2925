package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(int qty, int count, String sku, String note, long total, int colour, UUID id) {}
