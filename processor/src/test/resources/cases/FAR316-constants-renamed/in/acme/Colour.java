package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
enum Colour {
  // error: [FAR316] Colour.CRIMSON was called RED: JSON peers in the field do not know the new name. Keep the old one, or accept the break: mode=update-breaking.
  @Was("RED") CRIMSON,
  // error: [FAR316] Colour.GREEN was also called LIME, which JSON peers in the field may still send. Keep its @Was, or accept the break: mode=update-breaking.
  GREEN
}
