package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
record Order(String sku, String code, Optional<Kind> kind) {
  enum Kind {
    NEW,
    OLD
  }
}
