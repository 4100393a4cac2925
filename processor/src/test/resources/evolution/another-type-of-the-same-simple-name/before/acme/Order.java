package acme;

import dev.farcall.annotation.*;
import java.time.*;
import java.util.*;

@Message
record Order(String sku, Optional<Line> line) {
  record Line(int qty) {}
}
