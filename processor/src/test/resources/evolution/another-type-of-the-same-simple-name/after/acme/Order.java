package acme;

import dev.farcall.annotation.*;
import java.time.*;
import java.util.*;

@Message
record Order(String sku, Optional<Parcel> parcel) {
  record Parcel(Optional<Line> line) {
    record Line(String address) {}
  }
}
