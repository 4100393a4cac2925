package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(Line line, Price price, Kind kind) {
  record Line(String sku) {}
}
