package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
public record Order(
    int qty, @Deprecated String sku, Optional<String> note, List<String> gifts, long total) {}
