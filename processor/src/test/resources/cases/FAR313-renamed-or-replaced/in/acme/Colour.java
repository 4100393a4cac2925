package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
enum Colour {
  RED,
  // error: [FAR313] Colour.LIME is new and Colour.GREEN (number 2) is gone. If this is a rename write @Was("GREEN"); if not, run mode=update.
  LIME
}
