package acme;

import dev.farcall.annotation.*;
import java.util.*;

@Message
// warning: [FAR300] Schema acme is not locked: field numbers follow declaration order and change when you reorder. Lock it: mvn clean compile -Dfarcall.schema.mode=update (elsewhere: javac -Afarcall.schema.mode=update).
record Order(UUID id) {}
